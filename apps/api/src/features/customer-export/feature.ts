import type { Feature } from "../../platform/feature.js";
import { customerExportRoutes } from "./customerExport.routes.js";

/** One customer's data, to be handed to whom it is about. */
export const customerDataExport: Feature = {
  name: "customerDataExport",
  resolvers: [],
  routes: customerExportRoutes,
};
