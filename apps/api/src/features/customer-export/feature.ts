import type { Feature } from "../../platform/feature.js";
import { customerExportRoutes } from "./customerExport.routes.js";

/** Export of one customer's data, for the person it concerns. */
export const customerDataExport: Feature = {
  name: "customerDataExport",
  resolvers: [],
  routes: customerExportRoutes,
};
