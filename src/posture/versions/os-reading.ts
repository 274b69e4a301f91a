/** What the text of a source says about the version of an operating system. */
export interface OsReading {
  /**
   * The trains that it may mean, by their `release` or `name` in the baseline: several where it is coarse, none where it tells the
   * family only ("Windows 11").
   */
  readonly releases: readonly string[];
  /** The version down to the security fix, without trailing zeros: "26.7.2", on Windows "26200.9711". */
  readonly version?: string;
  /** Windows: the support of the edition that the text names: Home and Pro, Enterprise and Education, LTSC and Server. */
  readonly support?: 'ordinary' | 'extended' | 'long-term';
  /** Told by a browser, which knows no more than this. */
  readonly byBrowser?: true;
}

/** Reads one platform's text. Total: `undefined` for what is not a version, and for values that are known to be frozen. */
export type ReadOs = (text: string) => OsReading | undefined;
