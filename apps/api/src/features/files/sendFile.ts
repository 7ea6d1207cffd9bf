import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import sql from "sql-template-tag";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { selectList } from "../../platform/database/columns.js";
import { NotFound } from "../../platform/errors.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { File } from "./file.entity.js";
import { mayRead } from "./fileAccess.js";
import { keyOfFile } from "./fileBytes.js";
import { contentDisposition } from "./fileName.js";
import { isShownInline } from "./mediaType.js";

const paramsSchema = z.object({ id: z.string() });
const idSchema = z.uuid();
const querySchema = z.object({ inline: z.literal("1").optional() });

// A document that is shown inline may draw itself and nothing else: no script, no request, no form.
const SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";
// Browsers do not show a PDF in a sandbox; their viewers run no script of the document in our origin.
const PDF =
  "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

async function findFile(context: Context, params: unknown): Promise<File> {
  const { id } = paramsSchema.parse(params);
  const [file] = idSchema.safeParse(id).success
    ? await context.db.rowsOf(
        File,
        sql`
          SELECT ${selectList(File, "r")} FROM files r
          WHERE r.id = ${id}::uuid AND r.deleted_at IS NULL AND (r.customer_id IS NULL OR ${ofLiveCustomer})`,
      )
    : [];
  if (!file || !(await mayRead(context, file))) throw new NotFound("File", id);
  return file;
}

/** Streams the bytes of a file to a caller who may read it. Throws NotFound otherwise. */
export async function giveFile(
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
): Promise<FastifyReply> {
  const file = await findFile(context, request.params);
  const inline =
    querySchema.safeParse(request.query).data?.inline === "1" && isShownInline(file.mediaType);
  const etag = `"${file.sha256}"`;
  reply
    .header("content-disposition", contentDisposition(inline ? "inline" : "attachment", file.name))
    .header(
      "content-security-policy",
      inline && file.mediaType === "application/pdf" ? PDF : SANDBOX,
    )
    .header("x-content-type-options", "nosniff")
    // The bytes never change, but the permission to read them does.
    .header("cache-control", "private, no-cache")
    .header("etag", etag);
  if (request.headers["if-none-match"] === etag) return reply.status(304).send();
  reply.type(file.mediaType).header("content-length", file.size);
  // An empty stream, since without one the server would respond without a body.
  if (request.method === "HEAD") return reply.send(Readable.from([]));
  return reply.send(await context.app.storage.read(keyOfFile(file.id)));
}
