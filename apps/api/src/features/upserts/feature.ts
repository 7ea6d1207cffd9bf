import type { Feature } from "../../platform/feature.js";
import { SyncRunResolver } from "./syncRun.resolver.js";
import { upsertMessages } from "./upsert.messages.js";

/** What other systems write: the kinds of record add their own mutations. */
export const upserts: Feature = {
  name: "upserts",
  resolvers: [SyncRunResolver],
  messages: upsertMessages,
};
