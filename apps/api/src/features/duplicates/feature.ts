import type { Feature } from "../../platform/feature.js";
import { COMPARE_QUEUE, comparing } from "./compare.js";
import { DuplicateCandidate } from "./duplicate.entity.js";
import { duplicateEraser } from "./duplicate.eraser.js";
import { duplicateMessages } from "./duplicate.messages.js";
import { DuplicateResolver } from "./duplicate.resolver.js";

/** Possible duplicates among customers. */
export const duplicates: Feature = {
  name: "duplicates",
  cascadeTables: ["compared_customers", "comparison_keys", "duplicate_pairs", "dismissed_pairs"],
  eraser: duplicateEraser,
  entities: [DuplicateCandidate],
  resolvers: [DuplicateResolver],
  messages: duplicateMessages,
  jobs: { [COMPARE_QUEUE]: comparing },
};
