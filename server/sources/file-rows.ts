import { parse } from 'csv-parse/sync';
import * as v from 'valibot';
import { parseDocument } from 'yaml';
import { SourceFailure } from '../upstream/failure.ts';
import { type FileFact, fileFacts } from './file-facts.ts';

/** A device as the company wrote it down. Nothing in it is checked yet. */
export type Row = Readonly<Record<string, unknown>>;

/** What is said of a device besides its facts. */
const properties = [
  'owners',
  'name',
  'platform',
  'form',
  'model',
  'ownership',
  'serial',
  'hardwareUuid',
  'imei',
  'macs',
  'assetTag',
  'lastContactAt',
  'observedAt',
] as const;

export const columnNames = [...properties, ...fileFacts] as const;
type ColumnName = (typeof columnNames)[number];

/** How a table is written. */
export interface Table {
  readonly delimiter: string;
  /** The headings of columns that are not called as here. */
  readonly columns: { readonly [Name in ColumnName]?: string | undefined };
}

/** More devices than one file may list. */
const MOST_ROWS = 50_000;

const devicesSchema = v.union([
  v.array(v.record(v.string(), v.unknown())),
  v.pipe(
    v.object({ devices: v.array(v.record(v.string(), v.unknown())) }),
    v.transform(({ devices }) => devices),
  ),
]);

/**
 * The rows of an inventory: JSON, YAML or CSV, by the name of the file.
 * @throws SourceFailure for what cannot be read as a whole: a table that breaks off must not look like fewer devices.
 */
export function rowsIn(path: string, text: string, table: Table): readonly Row[] {
  const rows = refusing(() => (/\.csv$/i.test(path) ? rowsOfTable(text, table) : rowsOfDocument(path, text)));
  if (rows.length > MOST_ROWS) throw new SourceFailure('unreadable');
  return rows;
}

/** The parsers throw errors that quote the text, and for a text that is nested without end. */
function refusing<Result>(read: () => Result): Result {
  try {
    return read();
  } catch {
    throw new SourceFailure('unreadable');
  }
}

const rowsOfDocument = (path: string, text: string): readonly Row[] =>
  v.parse(devicesSchema, /\.json$/i.test(path) ? JSON.parse(text) : valuesOfYaml(text));

function valuesOfYaml(text: string): unknown {
  const document = parseDocument(text);
  if (document.errors.length > 0) throw new SourceFailure('unreadable');
  return document.toJS({ maxAliasCount: 100 });
}

function rowsOfTable(text: string, { delimiter, columns }: Table): readonly Row[] {
  const [headings = [], ...lines] = parse(text, {
    bom: true,
    delimiter,
    skip_empty_lines: true,
    to: MOST_ROWS + 2,
    trim: true,
  }) as readonly (readonly string[])[];
  const placed = columnNames.flatMap((name) => {
    const heading = columns[name] ?? name;
    const places = headings.flatMap((text, place) => (text === heading ? [place] : []));
    // A column that was renamed, or is there twice, would say nothing, or anything.
    const isWanted = columns[name] !== undefined || name === 'owners';
    if (places.length > 1 || (isWanted && places.length === 0)) throw new SourceFailure('unreadable');
    return places.map((place) => ({ name, place }));
  });
  return lines.map((cells) => rowOf(placed.map(({ name, place }) => [name, cells[place] ?? ''])));
}

/** An empty cell says nothing; but where there is a column for the day, an empty one means that nobody looked. */
function rowOf(cells: readonly (readonly [name: ColumnName, cell: string])[]): Row {
  const said = cells.filter(([name, cell]) => cell !== '' || name === 'observedAt');
  const isFact = (name: ColumnName): boolean => fileFacts.includes(name as FileFact);
  return {
    ...Object.fromEntries(said.filter(([name]) => !isFact(name))),
    facts: Object.fromEntries(said.filter(([name]) => isFact(name))),
  };
}
