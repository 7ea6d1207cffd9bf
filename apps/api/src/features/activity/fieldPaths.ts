import type { Registry } from "../../platform/registry.js";

/** Changes of a record, stored by property, with their names in the schema. */
export function fieldNamesInGraphQL<Change extends { field: string }>(
  { fieldPaths }: Registry,
  recordType: string,
  changes: readonly Change[],
): Change[] {
  const paths = fieldPaths[recordType];
  return changes.map((change) => ({ ...change, field: paths?.[change.field] ?? change.field }));
}

/** A kind of record, and those of its properties that the given schema names mean. */
export interface MeantProperties {
  recordType: string;
  properties: string[];
}

/**
 * The properties that schema names mean in the history of each kind of record where they differ; other names
 * mean themselves. A name includes its parts: `address` is every property that begins with `address.`.
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
