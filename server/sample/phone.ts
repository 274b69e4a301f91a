/** A phone or tablet that does not exist. */
export interface Phone {
  readonly name: string;
  readonly manufacturer: string;
  readonly serial: string;
  readonly imei: string;
  readonly mac: string;
}
