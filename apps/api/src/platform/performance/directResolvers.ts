import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
} from "graphql";
import { getMetadataStorage } from "type-graphql";
import type { App } from "../app.js";
import type { Context } from "../context.js";
import { argumentsConversion, convertInput, UNLIKE } from "./inputInstances.js";

type Metadata = ReturnType<typeof getMetadataStorage>;
type ObjectClass = Metadata["objectTypes"][number]["target"];
type FieldMetadata = Metadata["fieldResolvers"][number];
type Handler = Pick<FieldMetadata, "target" | "methodName" | "params" | "middlewares" | "roles">;
type Param = NonNullable<Handler["params"]>[number];
type Arguments = Readonly<Record<string, unknown>>;
type Resolve = GraphQLFieldResolver<unknown, Context>;

/** What a resolver is called with. */
interface Call {
  root: unknown;
  args: Arguments;
  context: Context;
  info: GraphQLResolveInfo;
}

/** Reads one parameter of a method; `UNLIKE` where type-graphql has to. */
type ReadParam = (call: Call) => unknown;

/**
 * Replaces the resolvers of type-graphql, which look up the arguments of a method for each call, and await
 * ones that are there, by calls of the method. Unusual ones (an object of another class) still go through
 * type-graphql.
 */
export function callResolversDirectly(
  schema: GraphQLSchema,
  { resolvers }: Pick<App["registry"], "resolvers">,
): void {
  const { objectTypes, ...all } = getMetadataStorage();
  // The storage has the resolvers of all schemas of the process.
  const composed = new Set<unknown>(resolvers);
  const queries = all.queries.filter(({ target }) => composed.has(target));
  const fieldResolvers = all.fieldResolvers.filter(
    ({ kind, target }) => kind === "internal" || composed.has(target),
  );
  for (const { name, target } of objectTypes) {
    for (const handler of resolversOf(target, fieldResolvers)) {
      const isOwn = handler.kind === "internal";
      replace(schema, name, handler.schemaName, handler, isOwn ? handler.getObjectType?.() : null);
    }
  }
  const root = schema.getQueryType()?.name ?? "";
  for (const handler of queries) replace(schema, root, handler.schemaName, handler, null);
}

// The resolvers of a class and of the classes that it extends; its own first, where both have one for a field.
function resolversOf(target: ObjectClass, all: readonly FieldMetadata[]): FieldMetadata[] {
  const found = new Map<string, FieldMetadata>();
  for (let at: unknown = target; typeof at === "function"; at = Object.getPrototypeOf(at)) {
    const own = all.filter(({ getObjectType }) => getObjectType?.() === at);
    for (const handler of own)
      if (!found.has(handler.schemaName)) found.set(handler.schemaName, handler);
  }
  return [...found.values()];
}

/** `owner` is the class of the object that has the method itself; null where another class resolves the field. */
function replace(
  schema: GraphQLSchema,
  typeName: string,
  fieldName: string,
  handler: Handler,
  owner: unknown,
): void {
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  const params = readersOf(handler.params ?? []);
  if (!field?.resolve || !params || handler.middlewares?.length || handler.roles) return;
  const { resolve = defaultFieldResolver } = field;
  field.resolve =
    owner === null
      ? onInstance(handler, params, resolve)
      : typeof owner === "function"
        ? onRoot(handler, owner, params, resolve)
        : resolve;
}

function onInstance(
  { target, methodName }: Handler,
  params: readonly ReadParam[],
  otherwise: Resolve,
): Resolve {
  let instance: object | undefined;
  return (root, args, context, info) => {
    instance ??= Reflect.construct(target, []) as object;
    return called(instance, methodName, params, otherwise, { root, args, context, info });
  };
}

function onRoot(
  { methodName }: Handler,
  // biome-ignore lint/complexity/noBannedTypes: a class, as type-graphql has it.
  owner: Function,
  params: readonly ReadParam[],
  otherwise: Resolve,
): Resolve {
  return (root, args, context, info) =>
    root instanceof owner
      ? called(root, methodName, params, otherwise, { root, args, context, info })
      : otherwise(root, args, context, info);
}

function called(
  on: object,
  methodName: string,
  params: readonly ReadParam[],
  otherwise: Resolve,
  call: Call,
): unknown {
  const given: unknown[] = [];
  for (const read of params) {
    const value = read(call);
    if (value === UNLIKE) return otherwise(call.root, call.args, call.context, call.info);
    given.push(value);
  }
  const method: unknown = Reflect.get(on, methodName);
  if (typeof method !== "function") return method;
  try {
    return method.apply(on, given);
  } catch (error) {
    // The resolvers of type-graphql are asynchronous, so that other fields are executed all the same.
    call.context.meter.countError();
    return Promise.reject(error);
  }
}

/** How each of the parameters is read; null where one is of a kind that is not known here. */
function readersOf(params: readonly Param[]): ReadParam[] | null {
  const readers = params.toSorted((one, other) => one.index - other.index).map(readerOf);
  return readers.every((read) => read !== null) ? readers : null;
}

function readerOf(param: Param): ReadParam | null {
  switch (param.kind) {
    case "root":
      return rootReader(param);
    case "context":
      return param.propertyName ? null : ({ context }) => context;
    case "info":
      return ({ info }) => info;
    case "arg": {
      const { name } = param;
      const type: unknown = param.getType();
      return param.validateFn ? null : ({ args }) => convertInput(type, args[name]);
    }
    case "args":
      return param.validateFn ? null : argumentsReader(param);
    case "custom": {
      const { resolver, options } = param;
      return options.arg ? null : (call) => resolver(call as Parameters<typeof resolver>[0]);
    }
    default:
      return null;
  }
}

function rootReader({ propertyName, getType }: Extract<Param, { kind: "root" }>): ReadParam | null {
  if (propertyName) return null;
  const type: unknown = getType?.();
  if (typeof type !== "function") return getType ? null : ({ root }) => root;
  return ({ root }) => (root instanceof type ? root : UNLIKE);
}

// Arguments that are the same object are the same instance: all records of a list have those of one field. Only the last
// are kept, since a WeakMap would get an entry for each request.
function argumentsReader({ getType }: Extract<Param, { kind: "args" }>): ReadParam | null {
  const convert = argumentsConversion(getType());
  if (!convert) return null;
  let lastArgs: Arguments | undefined;
  let last: unknown;
  return ({ args }) => {
    if (args === lastArgs) return last;
    last = convert(args);
    lastArgs = args;
    return last;
  };
}
