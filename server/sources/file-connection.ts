import * as v from 'valibot';
import { connector, type OwnedRecord, ownersOf } from './connection.ts';
import { columnNames, type Row, rowsIn } from './file-rows.ts';

const heading = v.optional(v.pipe(v.string(), v.minLength(1)));

/** Several addresses, in a list or in one cell. */
export const wordsOf = (written: unknown): readonly string[] => {
  const texts: readonly unknown[] = Array.isArray(written) ? written : [written];
  return texts.flatMap((text) => (typeof text === 'string' ? text.split(/[\s,;]+/) : []));
};

/** An inventory that the company keeps as a file beside the gateway. It is read again whenever somebody asks. */
export const fileConnector = connector({
  settings: {
    path: v.pipe(
      v.string(),
      v.regex(/\.(?:json|ya?ml|csv)$/i, 'Expected a file that ends in .json, .yaml, .yml or .csv'),
    ),
    delimiter: v.optional(v.picklist([',', ';', '\t']), ','),
    columns: v.optional(v.strictObject(Object.fromEntries(columnNames.map((name) => [name, heading] as const))), {}),
  },
  // Nobody is asked but the disk of the gateway.
  quota: { requests: 100, perSeconds: 1 },
  account: ({ path }) => `file ${path}`,
  requestsPerPerson: 1,
  devicesPerPage: 50_000,
  connect: ({ path, delimiter, columns }, tools) => {
    let last: { readonly text: string; readonly rows: readonly Row[] } | undefined;
    const inventory = async (): Promise<readonly OwnedRecord[]> => {
      const { text, changedAt } = await tools.readText(path);
      if (last?.text !== text) last = { text, rows: rowsIn(path, text, { delimiter, columns }) };
      return last.rows.map((row) => ({
        owners: ownersOf(...wordsOf(row['owners'])),
        record: Object.hasOwn(row, 'observedAt') ? row : { ...row, observedAt: changedAt },
      }));
    };
    return {
      byPerson: async (email) => ({ records: (await inventory()).filter(({ owners }) => owners.includes(email)) }),
      async *snapshot() {
        yield { records: await inventory() };
      },
    };
  },
});
