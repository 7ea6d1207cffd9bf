import type { FastifyInstance } from "fastify";
import type { App } from "../../platform/app.js";
import { NotFound } from "../../platform/errors.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { requestContextOf } from "../../platform/http/requestContextOf.js";
import { remember } from "../../platform/records/history.js";
import { demand } from "../../platform/security/authorize.js";
import { customerById } from "../customers/customer.loaders.js";
import { contentDisposition } from "../files/fileName.js";
import { customerExportZip } from "./customerExportZip.js";

/** `GET /customers/:id/export.zip`: all data of one customer that the caller may read; the export is recorded in the history. */
export function customerExportRoutes(server: FastifyInstance, app: App): void {
  server.get<{ Params: { id: string } }>(
    "/customers/:id/export.zip",
    { config: { rule: "exports:write" } },
    async (request, reply) => {
      const context = requestContextOf(app, request, reply);
      demand(context, "customers:read");
      const id = parseId(request.params.id);
      const customer = await context.load(customerById, id);
      if (!customer) throw new NotFound("Customer", id);
      await context.inTransaction(() =>
        remember(context, [
          {
            parentId: customer.id,
            recordType: "Customer",
            recordId: customer.id,
            action: "exported",
          },
        ]),
      );
      return reply
        .type("application/zip")
        .header("content-disposition", contentDisposition("attachment", `${customer.number}.zip`))
        .header("cache-control", "private, no-store")
        .header("x-content-type-options", "nosniff")
        .send(await customerExportZip(context, customer));
    },
  );
}
