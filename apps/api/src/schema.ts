import { GraphQLObjectType, type GraphQLSchema } from "graphql";
import { buildSchemaSync, getMetadataStorage } from "type-graphql";
import { assertEveryListHasASize } from "./platform/graph/cost/listSize.js";
import { meterFields } from "./platform/graph/cost/metering.js";
import { callResolversDirectly } from "./platform/performance/directResolvers.js";
import type { Registry } from "./platform/registry.js";
import { RequestContext } from "./platform/request/requestContext.js";
import { assertEveryFieldHasARule, enforcePermissions } from "./platform/security/authorize.js";
import { makeRefusableFieldsNullable } from "./platform/security/nullableFields.js";
import { assertEveryQuestionHasARule } from "./platform/security/questions.js";
import { DateTimeScalar } from "./platform/types/scalars.js";

/** The customer graph of all features. Throws where a door has no rule on who may call it, or a question on who may ask. */
export function createSchema(registry: Registry): GraphQLSchema {
  // A field that only reads a property needs no resolver of its own.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
  const schema = buildSchemaSync({
    resolvers: [...registry.resolvers],
    validate: false,
    pubSub: NO_PUBSUB,
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
  });
  callResolversDirectly(schema);
  assertEveryFieldHasARule(registry);
  assertEveryQuestionHasARule(schema);
  assertEveryListHasASize(schema);
  enforcePermissions(schema, registry);
  makeRefusableFieldsNullable(schema, registry);
  makeMutationsTransactions(schema);
  meterFields(schema);
  return schema;
}

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
