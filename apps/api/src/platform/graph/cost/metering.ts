import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
} from "graphql";
import type { Context } from "../../context.js";
import type { ItemSize } from "../../request/responseMeter.js";
import { ItemSizes } from "./itemSize.js";

type Resolve = GraphQLFieldResolver<unknown, Context>;

/** How the items of a list are counted that is a property of its object. */
export interface ListMetering {
  sizeOf(info: GraphQLResolveInfo): ItemSize;
  /** Counts the items; returns them when they may be completed. */
  count(items: readonly unknown[], context: Context, size: ItemSize): unknown;
}

const LIST_METERING = "listMetering";

/** For executions that do not call resolvers; undefined where the field has one of its own. */
export const listMeteringOf = ({ extensions }: GraphQLField<unknown, unknown>) =>
  extensions[LIST_METERING] as ListMetering | undefined;

/**
 * Wraps each field of the schema that returns records or has a resolver with the meter of the request (`ResponseMeter`),
 * so that the parts of a response are counted however it is executed. Plain fields, and objects that are part
 * of their record, count with the record.
 */
export function meterFields(schema: GraphQLSchema): void {
  const metered = new Set<GraphQLField<unknown, unknown>>();
  const sizes = new ItemSizes((field) => metered.has(field));
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve = defaultFieldResolver } = field;
      const isRecord = isCompositeType(getNamedType(field.type));
      if (isRecord && isListType(getNullableType(field.type))) {
        const metering: ListMetering = { sizeOf: (info) => sizes.of(info), count: countItems };
        if (!field.resolve) field.extensions = { ...field.extensions, [LIST_METERING]: metering };
        field.resolve = countingItems(resolve, sizes);
      } else if (isRecord && field.resolve) {
        field.resolve = countingOne(resolve, sizes);
      } else {
        if (field.resolve) field.resolve = countingNothing(resolve);
        continue;
      }
      metered.add(field);
    }
  }
}

function countItems(items: readonly unknown[], { meter }: Context, size: ItemSize): unknown {
  if (meter.refusal) return meter.never;
  meter.count(items.length, size);
  return meter.goOn(items);
}

function countingItems(resolve: Resolve, sizes: ItemSizes): Resolve {
  const count = (items: unknown, context: Context, info: GraphQLResolveInfo) =>
    Array.isArray(items) ? countItems(items, context, sizes.of(info)) : items;
  return (root, args, context, info) => {
    const { meter } = context;
    if (meter.refusal) return meter.never;
    const items = tried(resolve, root, args, context, info);
    return items instanceof Promise
      ? items.then((all: unknown) => count(all, context, info))
      : count(items, context, info);
  };
}

function countingOne(resolve: Resolve, sizes: ItemSizes): Resolve {
  const resolveInTurn = countingNothing(resolve);
  return (root, args, context, info) => {
    context.meter.count(1, sizes.of(info));
    return resolveInTurn(root, args, context, info);
  };
}

function countingNothing(resolve: Resolve): Resolve {
  return (root, args, context, info) => {
    const { meter } = context;
    if (meter.refusal) return meter.never;
    const value = tried(resolve, root, args, context, info);
    return meter.isLarge && value instanceof Promise
      ? value.then((one: unknown) => meter.goOn(one))
      : value;
  };
}

const tried: (resolve: Resolve, ...given: Parameters<Resolve>) => unknown = (
  resolve,
  root,
  args,
  context,
  info,
) => {
  try {
    return resolve(root, args, context, info);
  } catch (error) {
    context.meter.countError();
    throw error;
  }
};
