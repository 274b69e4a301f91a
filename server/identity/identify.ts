/** Who asks, as a sign-in that the gateway trusts has verified it. */
export interface Person {
  /** In lower case. */
  readonly email: string;
  readonly name: string;
  /** The groups that they are in, as the sign-in says. */
  readonly groups?: readonly string[] | undefined;
}

/** Tells who sent a request; null when it does not say so in a way that can be trusted. */
export type Identify = (request: Request) => Promise<Person | null>;
