import type { Feature } from "../../platform/feature.js";
import { takeoutRoutes } from "./takeout.routes.js";

/** One customer's data, to be handed to whom it is about. */
export const takeouts: Feature = {
  name: "takeouts",
  resolvers: [],
  routes: takeoutRoutes,
};
