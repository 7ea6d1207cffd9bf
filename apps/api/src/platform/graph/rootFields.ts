import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
// Not exported by graphql's index; only graphql-js decides which fields are selected.
import { collectFields } from "graphql/execution/collectFields.js";

/** The fragments of a document by name. */
export function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const at of definitions) {
    if (at.kind === Kind.FRAGMENT_DEFINITION) fragments[at.name.value] = at;
  }
  return fragments;
}

/** The fields of an operation by their response names; throws for invalid variables. */
export function rootFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, readonly FieldNode[]> {
  const { variableDefinitions = [], selectionSet } = operation;
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, variables);
  if (errors) throw errors[0];
  const type = schema.getRootType(operation.operation);
  if (!type) throw new Error(`the schema has no ${operation.operation}`);
  return collectFields(schema, fragmentsOf(document), coerced, type, selectionSet);
}
