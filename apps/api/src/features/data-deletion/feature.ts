import type { Feature } from "../../platform/feature.js";
import { ErasureResolver } from "./erasure.resolver.js";

/** Deleting personal data. */
export const erasures: Feature = {
  name: "erasures",
  resolvers: [ErasureResolver],
};
