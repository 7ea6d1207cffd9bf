import type { ReadRow } from "./importer.js";

/** A record's own id among a row's fields; undefined where there is none. */
export const readRecordId = ({ fields: { id } }: ReadRow): string | undefined =>
  typeof id === "string" ? id : undefined;

/** The values of a row's fields that go into a column of their own; blank ones are left out. */
export function valuesByColumn(
  { fields }: ReadRow,
  columns: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field in columns) {
    const column = columns[field];
    const value = fields[field];
    if (column !== undefined && value != null) values[column] = value;
  }
  return values;
}

/** Returns the column that a field goes to; a field that has none goes by its own name. */
export const columnIn =
  (columns: Readonly<Record<string, string>>) =>
  (field: string): string =>
    columns[field] ?? field;
