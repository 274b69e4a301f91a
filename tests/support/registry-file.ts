/** What a registry file says: the values of each key. Numbers of a DWORD, texts, and lists of texts. */
export type Registry = ReadonlyMap<string, Readonly<Record<string, string | number | readonly string[]>>>;

const KEY = /^\[(HKEY_[^\]]+)\]$/;
const VALUE = /^"((?:[^"\\]|\\.)*)"=(.+)$/;

/**
 * Reads a file of the registry editor, version 5, as strictly as it can be: UTF-16 with its mark, lines that end in CR LF, and nothing
 * but keys, texts, DWORDs and lists of texts. Throws at everything else.
 */
export function readRegistryFile(content: Uint8Array): Registry {
  const text = new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true }).decode(content);
  const [head, ...lines] = text.split('\r\n');
  if (head !== '\ufeffWindows Registry Editor Version 5.00') throw new Error(`Not a registry file: ${head}`);
  const keys = new Map<string, Record<string, string | number | readonly string[]>>();
  let values: Record<string, string | number | readonly string[]> | undefined;
  for (const line of lines.filter((one) => one !== '')) {
    const [, key] = KEY.exec(line) ?? [];
    if (key !== undefined) {
      if (keys.has(key)) throw new Error(`${key} stands there twice`);
      values = {};
      keys.set(key, values);
      continue;
    }
    const [, name, written] = VALUE.exec(line) ?? [];
    if (values === undefined || name === undefined || written === undefined) throw new Error(`Not understood: ${line}`);
    values[unescaped(name)] = contentOf(written);
  }
  return keys;
}

function contentOf(written: string): string | number | readonly string[] {
  const [, text] = /^"((?:[^"\\]|\\.)*)"$/.exec(written) ?? [];
  if (text !== undefined) return unescaped(text);
  const [, number] = /^dword:([0-9a-f]{8})$/.exec(written) ?? [];
  if (number !== undefined) return Number.parseInt(number, 16);
  const [, bytes] = /^hex\(7\):((?:[0-9a-f]{2},)*[0-9a-f]{2})$/.exec(written) ?? [];
  if (bytes === undefined) throw new Error(`Not understood: ${written}`);
  const list = Buffer.from(bytes.replaceAll(',', ''), 'hex').toString('utf16le');
  if (!list.endsWith('\0\0')) throw new Error('A list ends with two zeros');
  return list.slice(0, -2).split('\0');
}

function unescaped(text: string): string {
  if (/\\[^"\\]/.test(text.replaceAll('\\\\', ''))) throw new Error(`Only \\ and " are escaped: ${text}`);
  return text.replaceAll(/\\(["\\])/g, '$1');
}
