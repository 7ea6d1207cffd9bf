import type { Feature } from "../../platform/feature.js";
import { documentPdfRoutes } from "./documentPdf.routes.js";
import { PdfRenderer } from "./pdfRenderer.js";
import { statementFileRoutes } from "./statements/statementFiles.routes.js";

/** Quotes, orders, invoices, credit notes and statements of account as files to send. */
export const documentPdf: Feature = {
  name: "documentPdf",
  resolvers: [],
  routes: (server, app) => {
    const renderer = new PdfRenderer();
    server.addHook("onClose", () => renderer.close());
    documentPdfRoutes(server, app, renderer);
    statementFileRoutes(server, app, renderer);
  },
  messages: {
    statement_too_long: {
      en: "the statement has more than {max} lines; choose a shorter period",
      pt: "o extrato tem mais de {max} linhas; escolha um período mais curto",
    },
  },
};
