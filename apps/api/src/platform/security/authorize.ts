import type { Permission } from "@clientela/shared/records/roles";
import { defaultFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import { Extensions, getMetadataStorage } from "type-graphql";
import type { App } from "../app.js";
import type { Context } from "../context.js";
import { Forbidden, PersonRequired } from "../errors.js";
import type { Rule } from "../types/rules.js";
import { askingCheck, meets } from "./inputRules.js";

export type { Rule } from "../types/rules.js";

/**
 * Says who may call a query, mutation, subscription or edge, or give a field of an input that asks for something:
 * what may not be read may not be queried either. Each must have one.
 */
export const Allow = (...rules: [Rule, ...Rule[]]) => Extensions({ rules });

/**
 * Lets a person alone through, besides the rules: what gives access, or takes it, is for no API key. A key that
 * leaks must not be able to let anyone in who stays when it is revoked.
 */
export const PersonOnly = () => Extensions({ personOnly: true });

/** Says that an edge refuses some of those whom its rules let in, by what it leads to. */
export const MayForbid = () => Extensions({ mayForbid: true });

/** Whether an actor meets any one of the rules. */
export const allows: (actor: Context["actor"], rules: readonly Rule[]) => boolean = meets;

/** Throws Forbidden unless the actor has the permission. */
export function demand({ actor }: Pick<Context, "actor">, permission: Permission): void {
  if (!actor.permissions.has(permission)) throw new Forbidden(permission);
}

/** A door of the schema with what was declared about it. */
export interface ProtectedField {
  kind: "query" | "mutation" | "subscription" | "field";
  /** The class and method that open it. */
  name: string;
  /** The GraphQL type that has the field: `Query`, `Customer`, … */
  type: string;
  /** The field, as the schema calls it. */
  field: string;
  rules: readonly Rule[] | undefined;
  /** Whether API keys are refused, whatever their scopes. */
  personOnly: boolean;
  /** Whether it refuses some of those whom its rules let in. */
  mayForbid: boolean;
}

interface Handler {
  target: { name: string };
  methodName: string;
  schemaName: string;
  extensions?: { rules?: readonly Rule[]; personOnly?: boolean; mayForbid?: boolean };
}

/**
 * Every query, mutation, subscription and field resolver of the registry's features, once their schema was built.
 * type-graphql keeps what all classes of the process declare in one place.
 */
export function protectedFields({
  resolvers,
}: Pick<App["registry"], "resolvers">): ProtectedField[] {
  const composed = new Set<unknown>(resolvers);
  const own = <Of extends Handler>(handlers: readonly Of[]): Of[] =>
    handlers.filter(({ target }) => composed.has(target));
  const { queries, mutations, subscriptions, fieldResolvers, objectTypes } = getMetadataStorage();
  const typeName = (of: unknown) => objectTypes.find(({ target }) => target === of)?.name ?? "";
  const door = (kind: ProtectedField["kind"], type: string, handler: Handler): ProtectedField => ({
    kind,
    type,
    name: `${handler.target.name}.${handler.methodName}`,
    field: handler.schemaName,
    rules: handler.extensions?.rules,
    personOnly: handler.extensions?.personOnly ?? false,
    mayForbid: handler.extensions?.mayForbid === true,
  });
  return [
    ...own(queries).map((handler) => door("query", "Query", handler)),
    ...own(mutations).map((handler) => door("mutation", "Mutation", handler)),
    ...own(subscriptions).map((handler) => door("subscription", "Subscription", handler)),
    ...own(fieldResolvers)
      .filter(({ kind }) => kind === "external")
      .map((handler) => door("field", typeName(handler.getObjectType?.()), handler)),
  ];
}

/** Refuses to serve a schema with a door that nobody declared a rule for. */
export function assertEveryFieldHasARule(registry: App["registry"]): void {
  const open = protectedFields(registry).filter((door) => !door.rules?.length);
  if (open.length > 0) {
    throw new Error(`no rule on who may call: ${open.map((door) => door.name).join(", ")}`);
  }
}

/** Puts the checks of the rules before each resolver of the built schema: its own, and those of its arguments. */
export function enforcePermissions(schema: GraphQLSchema, registry: App["registry"]): void {
  for (const { type: typeName, field: fieldName, rules, personOnly } of protectedFields(registry)) {
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (!field || !rules) continue;
    const asking = askingCheck(field.args, rules);
    const check = ({ actor }: Context, args: unknown) => {
      if (!allows(actor, rules)) throw new Forbidden(rules.join(", "));
      if (personOnly && actor.kind !== "USER") throw new PersonRequired();
      asking?.(args, actor);
    };
    const { resolve = defaultFieldResolver, subscribe } = field;
    field.resolve = (root, args, context: Context, info) => {
      check(context, args);
      return resolve(root, args, context, info);
    };
    if (!subscribe) continue;
    field.subscribe = (root, args, context: Context, info) => {
      check(context, args);
      return subscribe(root, args, context, info);
    };
  }
}
