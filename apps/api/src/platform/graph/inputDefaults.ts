import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
  typeFromAST,
  type VariableDefinitionNode,
} from "graphql";

type Variables = Record<string, unknown>;

const isObject = (value: unknown): value is Variables =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Variables in which the fields of input objects that were left out have their default values, which compiled
 * code would ask for. The variables must have been checked.
 */
export function withDefaults(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  variables: Variables,
): Variables {
  const filled = { ...variables };
  for (const { variable, type: written } of definitions) {
    const name = variable.name.value;
    const type = typeFromAST(schema, written);
    if (isInputType(type) && name in filled) filled[name] = fill(type, filled[name]);
  }
  return filled;
}

function fill(type: GraphQLInputType, value: unknown): unknown {
  const at = getNullableType(type);
  if (isListType(at))
    return Array.isArray(value)
      ? value.map((item) => fill(at.ofType, item))
      : fill(at.ofType, value);
  return isInputObjectType(at) && isObject(value) ? fillFields(at, value) : value;
}

function fillFields(type: GraphQLInputObjectType, value: Variables): Variables {
  const filled = { ...value };
  for (const { name, type: fieldType, defaultValue } of Object.values(type.getFields())) {
    if (filled[name] !== undefined) filled[name] = fill(fieldType, filled[name]);
    else if (defaultValue !== undefined) filled[name] = defaultValue;
  }
  return filled;
}
