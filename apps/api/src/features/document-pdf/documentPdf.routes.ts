import type { FastifyInstance } from "fastify";
import type { App } from "../../platform/app.js";
import { NotFound } from "../../platform/errors.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import { requestContextOf } from "../../platform/http/requestContextOf.js";
import { demand } from "../../platform/security/authorize.js";
import { contentDisposition } from "../files/fileName.js";
import { documentReader } from "./documentReader.js";
import { DRAWING_COST, languageQuery, PDF_HEADERS, PDF_TYPE } from "./drawing.js";
import type { PdfRenderer } from "./pdfRenderer.js";

/** `GET /documents/:id.pdf`: a quote, order, invoice or credit note that the caller may read, as a PDF in its customer's language. */
export function documentPdfRoutes(server: FastifyInstance, app: App, renderer: PdfRenderer): void {
  const read = documentReader(app.registry);
  const { concurrentCost } = app.responseMeters;

  server.get<{ Params: { id: string } }>(
    "/documents/:id.pdf",
    { config: { rule: "signed-in" } },
    async (request, reply) => {
      const context = requestContextOf(app, request, reply);
      demand(context, "customers:read");
      const { language } = parseInput(languageQuery, request.query);
      const id = parseId(request.params.id);
      const caller = context.caller ?? "";
      concurrentCost.take(caller, DRAWING_COST);
      try {
        const document = await read(context, id, language);
        if (!document) throw new NotFound("Document", id);
        const gone = new AbortController();
        reply.raw.on("close", () => gone.abort());
        const pdf = await renderer.document(document, gone.signal);
        return await reply
          .type(PDF_TYPE)
          .headers(PDF_HEADERS)
          .header("content-disposition", contentDisposition("inline", `${document.number}.pdf`))
          .header("cache-control", "private, no-cache")
          .send(Buffer.from(pdf));
      } finally {
        concurrentCost.giveBack(caller, DRAWING_COST);
      }
    },
  );
}
