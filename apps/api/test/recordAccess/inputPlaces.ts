import { type GraphQLField, type GraphQLInputType, getNamedType, isInputObjectType } from "graphql";

/** A place in an input that leads to a record: by its id, or by a key that only one record has. */
export interface Place {
  /** The fields that lead there; lists have no step of their own. */
  path: string;
  type: "ID" | "ExternalIdInput" | "TaxIdInput";
}

const isKind = (name: string): name is Place["type"] =>
  name === "ID" || name === "ExternalIdInput" || name === "TaxIdInput";

// What an input has of its own kind, as filters do, leads to no other places.
function placesOf(type: GraphQLInputType, path: string, above: readonly string[] = []): Place[] {
  const named = getNamedType(type);
  if (isKind(named.name)) return [{ path, type: named.name }];
  if (!isInputObjectType(named) || above.includes(named.name)) return [];
  // Related records are looked for as by the filters of lists (randomAccess.test.ts).
  const fields = Object.values(named.getFields()).filter(
    ({ name }) => name !== "some" && name !== "none",
  );
  return fields.flatMap((field) =>
    placesOf(field.type, path ? `${path}.${field.name}` : field.name, [...above, named.name]),
  );
}

/** All places of a mutation's input that lead to records. */
export function recordPlaces({ args }: GraphQLField<unknown, unknown>): Place[] {
  return args.flatMap(({ type }) => placesOf(type, ""));
}

type Value = unknown;

const isFields = (value: Value): value is Record<string, Value> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The least that has a value at a place; a list of one may be given as that one. */
export const valueAt = (path: string, value: Value): Value =>
  path.split(".").reduceRight<Value>((inner, field) => ({ [field]: inner }), value);

/**
 * The input with another value at a place; undefined where it has nothing there. In a list the last element is replaced,
 * so that others stand before it.
 */
export function withValueAt(input: Value, path: string, value: Value): Value | undefined {
  if (Array.isArray(input)) {
    const last = withValueAt(input.at(-1), path, value);
    return last === undefined ? undefined : [...input.slice(0, -1), last];
  }
  if (path === "") return input === undefined ? undefined : value;
  if (!isFields(input)) return undefined;
  const [field = "", ...rest] = path.split(".");
  const inside = withValueAt(input[field], rest.join("."), value);
  return inside === undefined ? undefined : { ...input, [field]: inside };
}
