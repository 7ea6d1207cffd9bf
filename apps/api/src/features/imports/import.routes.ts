import type { FastifyInstance } from "fastify";
import type { App } from "../../platform/app.js";
import { NotFound } from "../../platform/errors.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { requestContextOf } from "../../platform/http/requestContextOf.js";
import { contentDisposition } from "../files/fileName.js";
import { XLSX_TYPE } from "../spreadsheets/xlsx/workbookWriter.js";
import { Import } from "./import.entity.js";
import { demandCells } from "./importAccess.js";
import { errorWorkbook } from "./review/errorWorkbook.js";

/** A workbook of the rows of an import that failed, to be corrected and uploaded again. */
export function importRoutes(server: FastifyInstance, app: App): void {
  server.get<{ Params: { id: string } }>(
    "/imports/:id/errors.xlsx",
    { config: { rule: "imports:read" } },
    async (request, reply) => {
      const id = parseId(request.params.id);
      const context = requestContextOf(app, request, reply);
      const found = await context.db.manager.findOneBy(Import, { id });
      if (!found) throw new NotFound("Import", id);
      demandCells(context, found.recordType);
      const name = `${found.fileName.replace(/\.[^.]*$/, "")}-errors.xlsx`;
      return reply
        .type(XLSX_TYPE)
        .header("content-disposition", contentDisposition("attachment", name))
        .send(errorWorkbook(context, found));
    },
  );
}
