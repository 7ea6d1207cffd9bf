import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
} from "graphql";
import { Extensions } from "type-graphql";

type AnyField = GraphQLField<unknown, unknown>;
type Arguments = Readonly<Record<string, unknown>>;

interface ListSize {
  items?: number | ((args: Arguments) => number);
  costOfItem?: number;
}

/**
 * Declares the maximum length of a list without pages, which its cost is estimated by, and the cost of an item
 * where that is less than a record's.
 */
export const AtMost = (items: number, costOfItem = 1) =>
  Extensions({ listSize: { items, costOfItem } satisfies ListSize });

/**
 * Declares the usual length of a list, which its cost is estimated by unless `first` is given. The actual length
 * is counted while the query is executed.
 */
export const Usually = (items: number) => Extensions({ listSize: { items } satisfies ListSize });

/** Declares the length of a list by its arguments, or how many records a mutation returns by its input. */
export const AsManyAs = <Args extends object>(items: (args: Args) => number) =>
  Extensions({ listSize: { items: (args) => items(args as Args) } satisfies ListSize });

/** For the lists in the payload of a mutation whose input determines their length. */
export const AsManyAsGiven = () => AtMost(1);

const sizeOf = ({ extensions }: AnyField): ListSize => (extensions.listSize ?? {}) as ListSize;

/** The cost of a list item besides its fields. */
export const costOfItem = (field: AnyField): number => sizeOf(field).costOfItem ?? 1;

/** The maximum number of items that a field returns with these arguments. */
export function mostItems(field: AnyField, args: Arguments): number {
  const { items } = sizeOf(field);
  if (typeof args.first === "number") return Math.max(args.first, 0);
  return typeof items === "function" ? items(args) : (items ?? 1);
}

/** Throws for a schema with a list of objects whose maximum length is not declared. */
export function assertEveryListHasASize(schema: GraphQLSchema): void {
  const unknown = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !/^__|Connection$/.test(name))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => isListOfObjects(field) && !hasSize(field))
        .map((field) => `${type.name}.${field.name}`),
    );
  if (unknown.length > 0)
    throw new Error(`say by @AtMost how long these lists can be: ${unknown.join(", ")}`);
}

const isListOfObjects = ({ type }: AnyField) =>
  isListType(getNullableType(type)) && isCompositeType(getNamedType(type));

const hasSize = (field: AnyField) =>
  sizeOf(field).items !== undefined || field.args.some(({ name }) => name === "first");
