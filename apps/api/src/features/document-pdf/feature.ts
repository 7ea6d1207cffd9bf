import type { Feature } from "../../platform/feature.js";
import { documentPdfRoutes } from "./documentPdf.routes.js";

/** Quotes, orders, invoices and credit notes as PDFs. */
export const documentPdf: Feature = {
  name: "documentPdf",
  resolvers: [],
  routes: documentPdfRoutes,
};
