import type { Feature } from "../../platform/feature.js";
import { TrashResolver } from "./trash.resolver.js";

/** The trash: what was deleted, of every kind of record, and can still be restored. */
export const trash: Feature = { name: "trash", resolvers: [TrashResolver] };
