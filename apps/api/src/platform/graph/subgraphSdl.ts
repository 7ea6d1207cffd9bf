import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
} from "graphql";
import type { NodeKind } from "../feature.js";

// Gateways add these themselves.
const OF_THE_PROTOCOL = new Set(["_Any", "_Entity", "_Service", "_entities", "_service"]);

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.4", import: ["@key", "@shareable"])';

/** The fields of each key of a kind of record, in the syntax of `@key`. */
export function keysOf({ keys = [] }: NodeKind): string[] {
  return ["id", ...keys.map(({ field, within }) => (within ? `${field} { ${within} }` : field))];
}

const keyDirective = (fields: string): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: "key" },
  arguments: [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: "fields" },
      value: { kind: Kind.STRING, value: fields },
    },
  ],
});

/** The schema as a subgraph for Apollo Federation 2, with the keys of each kind of record and the declared type directives. */
export function subgraphSdl(schema: GraphQLSchema, kinds: readonly NodeKind[]): string {
  const keys = new Map(kinds.map((kind) => [kind.type.name, keysOf(kind).map(keyDirective)]));
  const declaredOf = (name: string): readonly ConstDirectiveNode[] =>
    schema.getType(name)?.astNode?.directives ?? [];
  const printed = parse(printSchema(lexicographicSortSchema(schema)), { noLocation: true });
  const document: DocumentNode = {
    ...printed,
    definitions: printed.definitions
      .filter((at) => !("name" in at && at.name && OF_THE_PROTOCOL.has(at.name.value)))
      .map((at) => {
        if (at.kind !== Kind.OBJECT_TYPE_DEFINITION) return at;
        const name = at.name.value;
        return {
          ...at,
          directives: [...(keys.get(name) ?? []), ...declaredOf(name)],
          fields: at.fields?.filter((field) => !OF_THE_PROTOCOL.has(field.name.value)),
        };
      }),
  };
  return `${LINK}\n\n${print(document)}\n`;
}
