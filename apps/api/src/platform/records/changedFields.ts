import type { RecordType } from "@clientela/shared/records/recordActions";

/** Where the graph has a property of a record that it knows by another name: `street` is `address.street`. */
export type FieldPaths = Readonly<Record<string, string>>;

/** The properties of some kinds of record that the graph has elsewhere. */
export type FieldPathsByType = Readonly<Partial<Record<RecordType, FieldPaths>>>;

const pathsByType = new Map<string, FieldPaths>();

/** Learns which properties the graph has elsewhere; to be called before anything is served. */
export function registerFieldPaths(features: readonly { fieldPaths?: FieldPathsByType }[]): void {
  for (const { fieldPaths = {} } of features) {
    for (const [type, paths] of Object.entries(fieldPaths)) pathsByType.set(type, paths);
  }
}

/** Changes of a record, which are stored by its properties, with the names that the graph has for them. */
export function fieldNamesInGraphQL<Change extends { field: string }>(
  recordType: string,
  changes: readonly Change[],
): Change[] {
  const paths = pathsByType.get(recordType);
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
export function propertiesMeant(names: readonly string[]): MeantProperties[] {
  return [...pathsByType].map(([recordType, paths]) => {
    const elsewhere = Object.entries(paths).flatMap(([property, path]) =>
      names.some((name) => path === name || path.startsWith(`${name}.`)) ? [property] : [],
    );
    return {
      recordType,
      properties: [...elsewhere, ...names.filter((name) => !Object.hasOwn(paths, name))],
    };
  });
}
