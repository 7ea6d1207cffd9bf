import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { negotiate } from "@fastify/accept-negotiator";
import compress, { type FastifyCompressOptions } from "@fastify/compress";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

// Archives, workbooks and pictures are small already.
const COMPRESSIBLE = /^text\/(?!event-stream)|\/jsonl?(?:;|$)/;

/** The `compress` option of routes that stream many records. */
export const recordsCompression: FastifyCompressOptions = {
  encodings: ["br", "gzip"],
  customTypes: COMPRESSIBLE,
  threshold: 1024,
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  zlibOptions: { level: 4 },
};

// Secrets are returned in responses far shorter than these, so that lengths reveal nothing of them (BREACH).
const MIN_ANSWER_LENGTH = 8 * 1024;

const encoders = { br: promisify(brotliCompress), gzip: promisify(gzip) };
const fastest = {
  br: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
  gzip: { level: 1 },
};

/**
 * An `onSend` hook that compresses long answers that are there as one text, at the least cost. Streams, which
 * `@fastify/compress` makes of those as well, would outlive their request in memory (decision 16).
 */
export async function compressText(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (typeof payload !== "string" || payload.length < MIN_ANSWER_LENGTH) return payload;
  reply.header("vary", "accept-encoding");
  const accepted = request.headers["accept-encoding"];
  const encoding = accepted === undefined ? null : negotiate(accepted, ["br", "gzip"]);
  if (encoding === null) return payload;
  // A compressor keeps the text that it is given until the whole heap is cleaned up, but not these bytes.
  const compressed = await encoders[encoding](Buffer.from(payload), fastest[encoding]);
  reply.header("content-encoding", encoding).removeHeader("content-length");
  return compressed;
}

/**
 * Lets routes compress their answers for callers who take that (`Accept-Encoding`). A route that does
 * not ask for it stays as it is, and what callers send is never unpacked.
 */
export async function allowCompression(server: FastifyInstance): Promise<void> {
  await server.register(compress, { global: false });
}
