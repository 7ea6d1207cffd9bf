import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
// Not in graphql's index; which fields are meant is decided by graphql-js alone.
import { collectFields } from "graphql/execution/collectFields.js";

/** The fragments of a document by name. */
export function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const at of definitions) {
    if (at.kind === Kind.FRAGMENT_DEFINITION) fragments[at.name.value] = at;
  }
  return fragments;
}

/** The fields of an operation by the names that their answers have; throws what is wrong with its variables. */
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
