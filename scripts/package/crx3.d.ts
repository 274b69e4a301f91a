declare module 'crx3/lib/crx3stream.js' {
  import type { WriteStream } from 'node:fs';
  /** Writes a CRX3 file around the zip that is written to it, signed with the private key in the file `keyPath`. */
  export default function createCRX3Stream(file: string, options: { readonly keyPath: string }): WriteStream;
}
