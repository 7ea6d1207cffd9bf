import multipart from "@fastify/multipart";
import type { FastifyInstance } from "fastify";
import type { App } from "../../platform/app.js";
import { requestContextOf } from "../../platform/http/requestContextOf.js";
import { giveFile } from "./sendFile.js";
import { takeUpload } from "./takeUpload.js";

/** `POST /files` and `GET /files/:id`. */
export async function fileRoutes(server: FastifyInstance, app: App): Promise<void> {
  // Registered in a scope of its own, so that multipart bodies are parsed nowhere else.
  await server.register(async (scope) => {
    // The plugin limits bytes to the body limit unless configured otherwise; takeUpload counts them instead.
    await scope.register(multipart, {
      limits: { fileSize: Number.POSITIVE_INFINITY },
      throwFileSizeLimit: false,
    });
    // The required permission depends on the customer, which may be named in the body.
    scope.post("/files", { config: { rule: "signed-in" } }, async (request, reply) => {
      const { id, name, mediaType, size, sha256 } = await takeUpload(
        request,
        requestContextOf(app, request, reply),
      );
      return reply
        .status(201)
        .header("location", `/files/${id}`)
        .send({ id, name, mediaType, size, sha256 });
    });
  });

  server.get("/files/:id", { config: { rule: "signed-in" } }, (request, reply) =>
    giveFile(request, reply, requestContextOf(app, request, reply)),
  );
}
