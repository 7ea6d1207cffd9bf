import multipart from "@fastify/multipart";
import type { FastifyInstance } from "fastify";
import type { App } from "../../platform/app.js";
import { requestContextOf } from "../../platform/http/requestContextOf.js";
import { giveFile } from "./sendFile.js";
import { takeUpload } from "./takeUpload.js";

/** `POST /files` and `GET /files/:id`. */
export async function fileRoutes(server: FastifyInstance, app: App): Promise<void> {
  // In a scope of its own, so that multipart bodies are read nowhere else.
  await server.register(async (scope) => {
    // The plugin counts bytes only to the body limit unless told otherwise; we count them ourselves.
    await scope.register(multipart, {
      limits: { fileSize: Number.POSITIVE_INFINITY },
      throwFileSizeLimit: false,
    });
    // Whose file it is decides on the permission, and the body may say that.
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
