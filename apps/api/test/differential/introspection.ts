import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type NameNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

/** What an operation selects of the schema. */
interface Introspection {
  schema: GraphQLSchema;
  document: DocumentNode;
  /** What its fields are called in the response. */
  keys: ReadonlySet<string>;
}

/** A document that selects the schema alone; null where it does not select that. */
export function introspectionOf(
  schema: GraphQLSchema,
  document: DocumentNode,
): Introspection | null {
  const keys = new Set<string>();
  const types = new TypeInfo(schema);
  const reduced = visit(
    document,
    visitWithTypeInfo(types, {
      Field(node): FieldNode | undefined {
        if (types.getParentType() !== schema.getQueryType()) return undefined;
        if (node.name.value === "__typename") return undefined;
        if (node.name.value.startsWith("__")) {
          keys.add((node.alias ?? node.name).value);
          return undefined;
        }
        const { kind, directives, loc } = node;
        const name: NameNode = { kind: Kind.NAME, value: "__typename" };
        return { kind, name, alias: node.alias ?? node.name, directives, loc };
      },
    }),
  );
  return keys.size > 0 ? { schema, document: reduced, keys } : null;
}

/** A result with the schema from another one. */
export function withIntrospection(
  { data, errors = [] }: ExecutionResult,
  introspection: ExecutionResult,
  keys: ReadonlySet<string>,
): ExecutionResult {
  const isOf = ({ path }: GraphQLError) => keys.has(String(path?.[0]));
  const complete: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(data ?? {}))
    complete[key] = keys.has(key) ? introspection.data?.[key] : value;
  const all = [...errors.filter((one) => !isOf(one)), ...(introspection.errors ?? []).filter(isOf)];
  return all.length > 0 ? { errors: all, data: complete } : { data: complete };
}
