import type { Feature } from "../../platform/feature.js";
import { ErasureResolver } from "./erasure.resolver.js";

/** Deleting personal data. */
export const dataDeletion: Feature = {
  name: "dataDeletion",
  resolvers: [ErasureResolver],
};
