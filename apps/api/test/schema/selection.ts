import {
  type GraphQLField,
  GraphQLNonNull,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
} from "graphql";

const isConnection = (type: GraphQLOutputType) => getNamedType(type).name.endsWith("Connection");

const needsArguments = (field: GraphQLField<unknown, unknown>) =>
  field.args.some((one) => one.type instanceof GraphQLNonNull && one.defaultValue === undefined);

const TO_CUSTOMERS = ["Customer", "CustomerConnection"];

/**
 * How many steps to ask of a field of customers: what leads to customers again has all their fields once more, and one
 * step less says as much within the limit of fields.
 */
export const stepsOf = (field: GraphQLField<unknown, unknown>, steps: number): number =>
  TO_CUSTOMERS.includes(getNamedType(field.type).name) ? steps - 1 : steps;

/** A field with all that it leads to within so many steps, a page being one; null where it cannot be asked. */
export function selectionOf(field: GraphQLField<unknown, unknown>, steps: number): string | null {
  if (needsArguments(field)) return null;
  const type = getNamedType(field.type);
  if (isLeafType(type)) return field.name;
  if (steps === 0) return null;
  if (isAbstractType(type)) return `${field.name} { __typename }`;
  if (!isObjectType(type)) return null;
  if (isConnection(type)) {
    const { nodes } = type.getFields();
    const page = nodes && selectionOf(nodes, steps);
    return page ? `${field.name}(first: 2) { totalCount ${page} }` : null;
  }
  const inner = Object.values(type.getFields()).map((one) => selectionOf(one, steps - 1));
  return `${field.name} { ${inner.filter(Boolean).join(" ") || "__typename"} }`;
}
