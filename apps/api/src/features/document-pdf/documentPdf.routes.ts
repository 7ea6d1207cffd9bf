import { LOCALES } from "@clientela/shared/values/locales";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { App } from "../../platform/app.js";
import { NotFound } from "../../platform/errors.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import { requestContextOf } from "../../platform/http/requestContextOf.js";
import { demand } from "../../platform/security/authorize.js";
import { contentDisposition } from "../files/fileName.js";
import { documentReader } from "./documentReader.js";
import { PdfRenderer } from "./pdfRenderer.js";

/** What a PDF takes of what a person or key may have under way at once (`CONCURRENT_COST_LIMIT`). */
const COST = 50_000;

// Browsers do not show a PDF in a sandbox; their viewers run no script of the document in our origin.
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

const querySchema = z.object({ language: z.enum(LOCALES, "not_in_list").optional() });

/** `GET /documents/:id.pdf`: a quote, order, invoice or credit note that the caller may read, as a PDF in its customer's language. */
export function documentPdfRoutes(server: FastifyInstance, app: App): void {
  const renderer = new PdfRenderer();
  server.addHook("onClose", () => renderer.close());
  const read = documentReader(app.registry);
  const { concurrentCost } = app.responseMeters;

  server.get<{ Params: { id: string } }>(
    "/documents/:id.pdf",
    { config: { rule: "signed-in" } },
    async (request, reply) => {
      const context = requestContextOf(app, request, reply);
      demand(context, "customers:read");
      const { language } = parseInput(querySchema, request.query);
      const id = parseId(request.params.id);
      const caller = context.caller ?? "";
      concurrentCost.take(caller, COST);
      try {
        const document = await read(context, id, language);
        if (!document) throw new NotFound("Document", id);
        const gone = new AbortController();
        reply.raw.on("close", () => gone.abort());
        const pdf = await renderer.render(document, gone.signal);
        return await reply
          .type("application/pdf")
          .header("content-disposition", contentDisposition("inline", `${document.number}.pdf`))
          .header("content-security-policy", POLICY)
          .header("cache-control", "private, no-cache")
          .header("x-content-type-options", "nosniff")
          .send(Buffer.from(pdf));
      } finally {
        concurrentCost.giveBack(caller, COST);
      }
    },
  );
}
