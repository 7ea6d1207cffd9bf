import type { Feature } from "../../platform/feature.js";
import { ErasureResolver } from "./erasure.resolver.js";

/** Forgetting a person. */
export const erasures: Feature = {
  name: "erasures",
  resolvers: [ErasureResolver],
};
