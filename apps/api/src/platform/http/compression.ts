import { brotliCompress, type CompressCallback, constants, gzip } from "node:zlib";
import { negotiate } from "@fastify/accept-negotiator";
import compress, { type FastifyCompressOptions } from "@fastify/compress";
import type { DoneFuncWithErrOrRes, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

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

const fastestBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const fastestGzip = { level: 1 };
const encoders = {
  br: (text: Buffer, done: CompressCallback) => brotliCompress(text, fastestBrotli, done),
  gzip: (text: Buffer, done: CompressCallback) => gzip(text, fastestGzip, done),
};

/**
 * An `onSend` hook that compresses long answers that are there as one text, at the least cost. Streams, which
 * `@fastify/compress` makes of those as well, would outlive their request in memory (decision 16).
 */
export function compressText(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: DoneFuncWithErrOrRes,
): void {
  // Most responses are short, and make no promise.
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
  // A compressor keeps the text that it is given until the whole heap is cleaned up, but not these bytes.
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
 * Lets routes compress their answers for callers who take that (`Accept-Encoding`). A route that does
 * not ask for it stays as it is, and what callers send is never unpacked.
 */
export async function allowCompression(server: FastifyInstance): Promise<void> {
  await server.register(compress, { global: false });
}
