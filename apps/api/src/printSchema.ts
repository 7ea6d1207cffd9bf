import {
  type GraphQLSchema,
  isObjectType,
  Kind,
  lexicographicSortSchema,
  parse,
  printSchema,
} from "graphql";
import { registry } from "./features.js";
import { subgraphSdl } from "./platform/graph/subgraphSdl.js";
import { isSemanticallyNonNull } from "./platform/security/nullableFields.js";
import { createSchema } from "./schema.js";

const SEMANTIC_NON_NULL = `"""
The field is null only where \`errors\` says why at its path: it was refused, or it failed. Programs that take no data
with errors may take it for non-null (https://specs.apollo.dev/nullability/v0.4).
"""
directive @semanticNonNull(levels: [Int!]! = [0]) on FIELD_DEFINITION`;

/** Where the fields end in the text of a schema that are null only where there is an error. */
function endsOfSemanticallyNonNull(schema: GraphQLSchema, text: string): number[] {
  return parse(text).definitions.flatMap((at) => {
    if (at.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const type = schema.getType(at.name.value);
    const fields = isObjectType(type) ? type.getFields() : {};
    return (at.fields ?? []).flatMap(({ name, loc }) => {
      const field = fields[name.value];
      return field && loc && isSemanticallyNonNull(field) ? [loc.end] : [];
    });
  });
}

/** The schema as it is committed in `schema.graphql`. */
export function printedSchema(): string {
  const schema = createSchema(registry);
  const text = printSchema(lexicographicSortSchema(schema));
  const ends = [...endsOfSemanticallyNonNull(schema, text), text.length];
  const marked = ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
  return `${SEMANTIC_NON_NULL}\n\n${marked.join(" @semanticNonNull")}\n`;
}

/** The schema for gateways, as it is committed in `subgraph.graphql` and answered by `_service`. */
export function printedSubgraph(): string {
  return subgraphSdl(createSchema(registry), registry.nodeKinds);
}
