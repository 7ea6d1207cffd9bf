import type { FastifyInstance } from "fastify";
import type { App } from "../../platform/app.js";
import { NotFound } from "../../platform/errors.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { recordsCompression } from "../../platform/http/compression.js";
import { requestContextOf } from "../../platform/http/requestContextOf.js";
import { demand } from "../../platform/security/authorize.js";
import { contentDisposition } from "../files/fileName.js";
import { Export } from "./export.entity.js";
import { exportWriters } from "./exportWriters.js";
import { keyOfExport } from "./runExport.js";

/** Downloads of finished exports. */
export function exportRoutes(server: FastifyInstance, app: App): void {
  server.get<{ Params: { id: string } }>(
    "/exports/:id",
    { config: { rule: "exports:read" }, compress: recordsCompression },
    async (request, reply) => {
      const id = parseId(request.params.id);
      const { db, actor } = requestContextOf(app, request, reply);
      const found = await db.manager.findOneBy(Export, { id, status: "DONE" });
      if (!found) throw new NotFound("Export", id);
      for (const permission of found.needs) demand({ actor }, permission);
      return reply
        .type(exportWriters[found.format].mediaType)
        .header("content-disposition", contentDisposition("attachment", found.fileName(actor)))
        .header("cache-control", "private, no-cache")
        .send(await app.storage.read(keyOfExport(id)));
    },
  );
}
