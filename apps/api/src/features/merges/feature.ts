import type { Feature } from "../../platform/feature.js";
import { CustomerMerge } from "./merge.entity.js";
import { mergeEraser } from "./merge.eraser.js";
import { mergeById } from "./merge.loaders.js";
import { mergeMessages } from "./merge.messages.js";
import { CustomerMerges, MergeResolver } from "./merge.resolver.js";

/** Merging customers that turn out to be the same. */
export const merges: Feature = {
  name: "merges",
  eraser: mergeEraser,
  entities: [CustomerMerge],
  resolvers: [MergeResolver, CustomerMerges],
  messages: mergeMessages,
  visibleRows: {
    customer_merges: () => "r.survivor_id IN (SELECT c.id FROM customers c)",
    merge_moves: () => "r.merge_id IN (SELECT m.id FROM customer_merges m)",
  },
  nodes: [
    {
      type: CustomerMerge,
      table: "customer_merges",
      permission: "customers:read",
      byId: mergeById,
    },
  ],
};
