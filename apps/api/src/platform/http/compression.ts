import { brotliCompress, type CompressCallback, constants, gzip } from "node:zlib";
import { negotiate } from "@fastify/accept-negotiator";
import compress, { type FastifyCompressOptions } from "@fastify/compress";
import type { DoneFuncWithErrOrRes, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

// Archives, workbooks and pictures are compressed already.
const COMPRESSIBLE = /^text\/(?!event-stream)|\/jsonl?(?:;|$)/;

/** The `compress` option of routes that stream many records. */
export const recordsCompression: FastifyCompressOptions = {
  encodings: ["br", "gzip"],
  customTypes: COMPRESSIBLE,
  threshold: 1024,
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  zlibOptions: { level: 4 },
};

// Responses with secrets are far shorter than these, so that lengths reveal nothing about them (BREACH).
const MIN_ANSWER_LENGTH = 8 * 1024;

const fastestBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const fastestGzip = { level: 1 };
const encoders = {
  br: (text: Buffer, done: CompressCallback) => brotliCompress(text, fastestBrotli, done),
  gzip: (text: Buffer, done: CompressCallback) => gzip(text, fastestGzip, done),
};

/**
 * An `onSend` hook that compresses long responses that are one text, at the lowest cost. Streams, which
 * `@fastify/compress` makes of those as well, would outlive their request in memory (decision 16).
 */
export function compressText(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: DoneFuncWithErrOrRes,
): void {
  // Most responses are short, and create no promise.
  if (typeof payload !== "string" || payload.length < MIN_ANSWER_LENGTH) {
    done();
    return;
  }
  reply.header("vary", "accept-encoding");
  const accepted = request.headers["accept-encoding"];
  const encoding = accepted === undefined ? null : negotiate(accepted, ["br", "gzip"]);
  if (encoding === null) {
    done();
    return;
  }
  // A compressor keeps its input until the next major garbage collection, but not these bytes.
  encoders[encoding](Buffer.from(payload), (error, compressed) => {
    if (error) {
      done(error);
      return;
    }
    reply.header("content-encoding", encoding).removeHeader("content-length");
    done(null, compressed);
  });
}

/**
 * Lets routes compress their responses for clients that accept it (`Accept-Encoding`). A route that does
 * not opt in is unchanged, and request bodies are never decompressed.
 */
export async function allowCompression(server: FastifyInstance): Promise<void> {
  await server.register(compress, { global: false });
}
