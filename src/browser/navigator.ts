/** A brand of a Chromium browser and its version. Among them are made-up ones, so they are told apart by name, never by place. */
export interface Brand {
  readonly brand: string;
  readonly version: string;
}

/** https://developer.mozilla.org/docs/Web/API/NavigatorUAData: Chromium only, in pages and workers. */
export interface UserAgentData {
  getHighEntropyValues(hints: readonly string[]): Promise<{
    readonly fullVersionList?: readonly Brand[];
    readonly platformVersion?: string;
  }>;
}

/** The part of `navigator` that is read. */
export interface NavigatorView {
  readonly userAgent?: string;
  readonly userAgentData?: UserAgentData;
  readonly onLine?: boolean;
}

/** The browser's own `navigator`, in a page or in the worker. */
export const browserNavigator = (): NavigatorView => globalThis.navigator ?? {};
