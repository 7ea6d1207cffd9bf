import { GraphQLObjectType, type GraphQLSchema } from "graphql";
import { buildSchemaSync, getMetadataStorage } from "type-graphql";
import { assertEveryListHasASize } from "./platform/graph/cost/listSize.js";
import { meterFields } from "./platform/graph/cost/metering.js";
import {
  applyValueRules,
  composeOrderEnums,
  removeForeignFilters,
} from "./platform/graph/listExtension.js";
import { callResolversDirectly } from "./platform/performance/directResolvers.js";
import type { Registry } from "./platform/registry.js";
import { RequestContext } from "./platform/request/requestContext.js";
import { assertEveryFieldHasARule, enforcePermissions } from "./platform/security/authorize.js";
import { makeRefusableFieldsNullable } from "./platform/security/nullableFields.js";
import { assertQueriesHaveRules } from "./platform/security/queryableParts.js";
import { DateTimeScalar } from "./platform/types/scalars.js";

/** The customer graph of all features. Throws where a resolver has no rule on who may call it, or a filter on who may use it. */
export function createSchema(registry: Registry, { isOptimized = true } = {}): GraphQLSchema {
  // A field that only reads a property needs no resolver of its own.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
  forgetFieldsOfOthers(registry);
  composeOrderEnums(registry);
  const schema = buildSchemaSync({
    resolvers: [...registry.resolvers],
    orphanedTypes: registry.nodeKinds.map(({ type }) => type),
    validate: false,
    pubSub: NO_PUBSUB,
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
  });
  if (isOptimized) callResolversDirectly(schema, registry);
  removeForeignFilters(schema, registry);
  applyValueRules(schema);
  assertEveryFieldHasARule(registry);
  assertQueriesHaveRules(schema);
  assertEveryListHasASize(schema);
  enforcePermissions(schema, registry);
  makeRefusableFieldsNullable(schema, registry);
  makeMutationsTransactions(schema);
  meterFields(schema);
  return schema;
}

/**
 * type-graphql keeps the fields that resolvers add to types of others, for all schemas of the process: takes out those of
 * features that the registry does not have.
 */
function forgetFieldsOfOthers({ resolvers }: Registry): void {
  const storage = getMetadataStorage();
  const composed = new Set<unknown>(resolvers);
  const external = storage.fieldResolvers.filter(({ kind }) => kind === "external");
  const kept = new Set(
    external.filter(({ target }) => composed.has(target)).map((field) => nameOf(field)),
  );
  const foreign = external.filter(
    (field) => !composed.has(field.target) && !kept.has(nameOf(field)),
  );
  for (const { getObjectType, methodName } of foreign) {
    const type = getObjectType?.();
    const isForeign = (field: { target: unknown; name: string }) =>
      field.target === type && field.name === methodName;
    storage.fields = storage.fields.filter((field) => !isForeign(field));
    for (const metadata of [...storage.objectTypes, ...storage.interfaceTypes])
      if (metadata.target === type)
        metadata.fields = metadata.fields?.filter((one) => !isForeign(one));
  }
}

const nameOf = ({
  getObjectType,
  methodName,
}: {
  getObjectType?: () => { name: string };
  methodName: string;
}) => `${getObjectType?.().name}.${methodName}`;

// Every subscription brings its own source (platform/graph/subscription.ts); type-graphql asks for one all the same.
const noTopics = (): never => {
  throw new Error("a subscription must bring its own source");
};
const NO_PUBSUB = { publish: noTopics, subscribe: noTopics };

// Mutations of one request run one after the other, so each can have the context's database to itself.
function makeMutationsTransactions(schema: GraphQLSchema): void {
  const mutation = schema.getMutationType();
  if (!(mutation instanceof GraphQLObjectType)) return;
  for (const field of Object.values(mutation.getFields())) {
    const { resolve } = field;
    if (!resolve) continue;
    field.resolve = (root, args, context: unknown, info) => {
      if (!(context instanceof RequestContext))
        throw new Error("a mutation needs a request's context");
      return context.writes(String(info.path.key), async () => resolve(root, args, context, info));
    };
  }
}
