import type { Registry } from "../../platform/registry.js";

/** Changes of a record, which are stored by its properties, with the names that the graph has for them. */
export function fieldNamesInGraphQL<Change extends { field: string }>(
  { fieldPaths }: Registry,
  recordType: string,
  changes: readonly Change[],
): Change[] {
  const paths = fieldPaths[recordType];
  return changes.map((change) => ({ ...change, field: paths?.[change.field] ?? change.field }));
}

/** A kind of record, and the properties of it that names of the graph mean. */
export interface MeantProperties {
  recordType: string;
  properties: string[];
}

/**
 * What names of the graph mean in the history of each kind of record that has them elsewhere; the others are
 * meant as they are. A whole means its parts: `address` is all that begins with `address.`.
 */
export function propertiesMeant(
  { fieldPaths }: Registry,
  names: readonly string[],
): MeantProperties[] {
  return Object.entries(fieldPaths).map(([recordType, paths]) => {
    const elsewhere = Object.entries(paths).flatMap(([property, path]) =>
      names.some((name) => path === name || path.startsWith(`${name}.`)) ? [property] : [],
    );
    return {
      recordType,
      properties: [...elsewhere, ...names.filter((name) => !Object.hasOwn(paths, name))],
    };
  });
}
