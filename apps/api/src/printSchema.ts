import { lexicographicSortSchema, printSchema } from "graphql";
import { subgraphSdl } from "./platform/graph/subgraphSdl.js";
import { createSchema, nodeKinds } from "./schema.js";

/** The schema as it is committed in `schema.graphql`. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(createSchema()))}\n`;
}

/** The schema for gateways, as it is committed in `subgraph.graphql` and answered by `_service`. */
export function printedSubgraph(): string {
  return subgraphSdl(createSchema(), nodeKinds);
}
