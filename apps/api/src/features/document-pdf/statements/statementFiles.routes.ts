import type { FastifyInstance, FastifyReply } from "fastify";
import type { App } from "../../../platform/app.js";
import { parseInput } from "../../../platform/graph/parseInput.js";
import { requestContextOf } from "../../../platform/http/requestContextOf.js";
import { demand } from "../../../platform/security/authorize.js";
import { contentDisposition } from "../../files/fileName.js";
import { statementPeriod } from "../../receivables/statement.rules.js";
import { XLSX_TYPE } from "../../spreadsheets/xlsx/workbookWriter.js";
import { DRAWING_COST, languageQuery, PDF_HEADERS, PDF_TYPE } from "../drawing.js";
import type { PdfRenderer } from "../pdfRenderer.js";
import type { PrintedStatement } from "./printedStatement.js";
import { readStatement } from "./statementReader.js";
import { statementTexts } from "./statementTexts.js";

interface StatementFile {
  ending: "pdf" | "xlsx";
  /** A page of a PDF takes about 40 lines, and a hundred pages about five seconds. */
  maxLines: number;
  write: (
    renderer: PdfRenderer,
    statement: PrintedStatement,
    signal: AbortSignal,
  ) => Promise<Uint8Array>;
  send: (reply: FastifyReply, name: string) => FastifyReply;
}

const FILES: readonly StatementFile[] = [
  {
    ending: "pdf",
    maxLines: 2_000,
    write: (renderer, statement, signal) => renderer.statement(statement, signal),
    send: (reply, name) =>
      reply
        .type(PDF_TYPE)
        .headers(PDF_HEADERS)
        .header("content-disposition", contentDisposition("inline", name)),
  },
  {
    ending: "xlsx",
    maxLines: 20_000,
    write: (renderer, statement, signal) => renderer.workbook(statement, signal),
    send: (reply, name) =>
      reply
        .type(XLSX_TYPE)
        .header("x-content-type-options", "nosniff")
        .header("content-disposition", contentDisposition("attachment", name)),
  },
];

/**
 * `GET /customers/:id/statement.pdf` and `.xlsx`: a customer's statement of account over the days `from` to `to`, in the
 * customer's language; `kind` states one side of it alone.
 */
export function statementFileRoutes(
  server: FastifyInstance,
  app: App,
  renderer: PdfRenderer,
): void {
  const { concurrentCost } = app.responseMeters;
  for (const { ending, maxLines, write, send } of FILES) {
    server.get<{ Params: { id: string }; Querystring: Record<string, unknown> }>(
      `/customers/:id/statement.${ending}`,
      { config: { rule: "invoices:read" } },
      async (request, reply) => {
        const context = requestContextOf(app, request, reply);
        demand(context, "customers:read");
        const { language } = parseInput(languageQuery, request.query);
        const { customer, period } = await statementPeriod(
          context,
          request.params.id,
          request.query,
        );
        const caller = context.caller ?? "";
        concurrentCost.take(caller, DRAWING_COST);
        try {
          const statement = await readStatement(context, { customer, period, language, maxLines });
          const gone = new AbortController();
          reply.raw.on("close", () => gone.abort());
          const bytes = await write(renderer, statement, gone.signal);
          const { title } = statementTexts[statement.language];
          const name = `${title} ${customer.number} ${period.from} ${period.to}.${ending}`;
          return await send(reply, name)
            .header("cache-control", "private, no-cache")
            .send(Buffer.from(bytes));
        } finally {
          concurrentCost.giveBack(caller, DRAWING_COST);
        }
      },
    );
  }
}
