import type { VisibleRows } from "../../platform/database/recordScope.js";
import type { Feature } from "../../platform/feature.js";
import { COMPARE_QUEUE, comparing } from "./compare.js";
import { DuplicateCandidate } from "./duplicate.entity.js";
import { duplicateEraser } from "./duplicate.eraser.js";
import { duplicateMessages } from "./duplicate.messages.js";
import { DuplicateResolver } from "./duplicate.resolver.js";

const ofVisibleCustomer: VisibleRows = () => "r.id IN (SELECT c.id FROM customers c)";
const ofVisiblePair: VisibleRows = () =>
  "r.low_id IN (SELECT c.id FROM customers c) AND r.high_id IN (SELECT c.id FROM customers c)";

/** Possible duplicates among customers. */
export const duplicates: Feature = {
  name: "duplicates",
  cascadeTables: ["compared_customers", "comparison_keys", "duplicate_pairs", "dismissed_pairs"],
  visibleRows: {
    duplicate_pairs: ofVisiblePair,
    dismissed_pairs: ofVisiblePair,
    compared_customers: ofVisibleCustomer,
    comparison_keys: ofVisibleCustomer,
  },
  eraser: duplicateEraser,
  entities: [DuplicateCandidate],
  resolvers: [DuplicateResolver],
  messages: duplicateMessages,
  jobs: { [COMPARE_QUEUE]: comparing },
};
