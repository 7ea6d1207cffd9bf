import type { Readable } from "node:stream";
import type { Multipart } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { v7 as uuidV7 } from "uuid";
import { z } from "zod";
import {
  CustomerFilesFull,
  DomainError,
  Forbidden,
  Invalid,
  NotFound,
  SheetsFull,
} from "../../platform/errors.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import type { RequestContext } from "../../platform/request/requestContext.js";
import { customerById } from "../customers/customer.loaders.js";
import type { File } from "./file.entity.js";
import { addFile, type NewFile } from "./file.service.js";
import { demandUpload } from "./fileAccess.js";
import { keyOfFile, storeBytes } from "./fileBytes.js";
import { cleanFileName } from "./fileName.js";
import { type Held, holdUpload } from "./holdUpload.js";
import { mediaTypeOf } from "./mediaType.js";
import { FRAMING_BYTES, reserve } from "./quota/arriving.js";
import { roomFor } from "./quota/customerQuota.js";
import { refuseBeyond, roomOf } from "./quota/room.js";

const SILENCE_MS = 60_000;

// One more of each than is accepted, so that a surplus is seen and reported in our words.
const PARTS = {
  files: 2,
  fields: 2,
  parts: 3,
  fieldNameSize: 100,
  fieldSize: 100,
  headerPairs: 20,
};

const querySchema = z.object({ customerId: z.string().optional() });

const wrong = (path: string, code: string) => new Invalid([{ path, code }]);

/**
 * Stores the one file of a multipart request, then creates its record. Throws Invalid
 * for any other shape, Forbidden, NotFound for the customer, TooLarge, CustomerFilesFull,
 * SheetsFull and StorageFull; then neither a record nor bytes remain.
 */
export async function takeUpload(request: FastifyRequest, context: RequestContext): Promise<File> {
  const { raw } = request;
  // A sender who falls silent without closing would hold half a file for ever.
  raw.setTimeout(SILENCE_MS, () => raw.destroy());
  const id = uuidV7();
  const held = await holdUpload(context.app, id);
  try {
    return await keep(request, context, id, held);
  } finally {
    await held.end();
  }
}

async function keep(
  request: FastifyRequest,
  context: RequestContext,
  id: string,
  held: Held,
): Promise<File> {
  const { raw } = request;
  let file: NewFile;
  let arriving: Readable | null = null;
  const read = request.server.drain.readBody(raw, (reason) => arriving?.destroy(reason));
  try {
    file = await receive(request, context, id, (contents) => {
      arriving = contents;
    });
  } catch (error) {
    // The rest of the body is read and discarded, so that the sender receives the response.
    raw.unpipe();
    raw.resume();
    await context.app.storage.remove(keyOfFile(id));
    throw reportable(error, request);
  } finally {
    read();
  }
  try {
    return await context.inTransaction(async () => {
      if (!(await held.giveWay(context))) throw wrong("file", "upload_broken");
      return addFile(context, id, file);
    });
  } catch (error) {
    // After any other failure the row may exist all the same; the sweeper removes bytes without one.
    const unmade = [CustomerFilesFull, NotFound, SheetsFull].some((type) => error instanceof type);
    if (unmade) await context.app.storage.remove(keyOfFile(id));
    throw error;
  }
}

async function receive(
  request: FastifyRequest,
  context: RequestContext,
  id: string,
  onContents: (contents: Readable) => void,
): Promise<NewFile> {
  if (!request.isMultipart()) throw wrong("file", "multipart_expected");
  let { customerId = null } = parseInput(querySchema, request.query) as {
    customerId?: string | null;
  };
  if (customerId === null) refuseWhoMayUploadNothing(context);
  else await allowFor(context, customerId);
  const { fileBytes, importFileBytes } = context.app.limits;
  const announced = Number(request.headers["content-length"] ?? 0);
  const most = Math.max(fileBytes, importFileBytes);
  const room = customerId === null ? roomOf(most) : await roomFor(context, customerId, id);
  refuseBeyond(room, announced - FRAMING_BYTES);

  let file: NewFile | null = null;
  for await (const part of request.parts({ limits: PARTS })) {
    if (part.type === "field") {
      customerId = readField(part, file !== null);
      continue;
    }
    if (file !== null || part.fieldname !== "file") throw wrong("file", "one_file");
    await allowFor(context, customerId);
    const name = cleanFileName(part.filename ?? "");
    onContents(part.file);
    const upload = { id, customerId, announced };
    const { head, ...measured } = await storeBytes(context.app.storage, id, part.file, (size) =>
      reserve(context, upload, size),
    );
    file = { customerId, name, mediaType: mediaTypeOf(head, name), ...measured };
  }
  if (file === null) throw wrong("file", "one_file");
  return file;
}

function readField(part: Multipart & { type: "field" }, afterFile: boolean): string {
  if (part.fieldname === "file") throw wrong("file", "one_file");
  if (part.fieldname !== "customerId") throw wrong(part.fieldname, "not_in_list");
  if (afterFile) throw wrong("customerId", "before_file");
  return parseId(String(part.value), "customerId");
}

function refuseWhoMayUploadNothing({ actor }: RequestContext): void {
  if (!actor.permissions.has("files:write") && !actor.permissions.has("imports:write")) {
    throw new Forbidden("files:write");
  }
}

async function allowFor(context: RequestContext, customerId: string | null): Promise<void> {
  demandUpload(context, customerId);
  if (customerId === null) return;
  const customer = await context.load(customerById, parseId(customerId, "customerId"));
  if (!customer) throw new NotFound("Customer", customerId);
}

const BROKEN = /multipart|part terminated|part header/i;

// The errors of the multipart parser are reported as a broken body.
function reportable(error: unknown, { raw }: FastifyRequest): unknown {
  if (error instanceof DomainError) return error;
  let broken = raw.destroyed && !raw.complete;
  for (let at = error; at instanceof Error; at = at.cause) {
    broken ||= ("code" in at && String(at.code).startsWith("FST_")) || BROKEN.test(at.message);
  }
  return broken ? wrong("file", "upload_broken") : error;
}
