import { constants } from "node:zlib";
import compress, { type FastifyCompressOptions } from "@fastify/compress";
import type { FastifyInstance } from "fastify";

// Archives, workbooks and pictures are small already.
const COMPRESSIBLE = /^text\/(?!event-stream)|\/jsonl?(?:;|$)/;

const compression = (threshold: number, brotli: number, gzip: number): FastifyCompressOptions => ({
  encodings: ["br", "gzip"],
  customTypes: COMPRESSIBLE,
  threshold,
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: brotli } },
  zlibOptions: { level: gzip },
});

/** What a route for many records says as its `compress`. */
export const recordsCompression = compression(1024, 4, 4);

/**
 * What the graph says as its `compress`: long lists alone, at the least cost. The secrets that it tells once come in
 * answers far shorter than these, so that no length tells of them (BREACH).
 */
export const graphCompression = compression(8 * 1024, 1, 1);

/**
 * Lets routes compress their answers for callers who take that (`Accept-Encoding`). A route that does
 * not ask for it stays as it is, and what callers send is never unpacked.
 */
export async function allowCompression(server: FastifyInstance): Promise<void> {
  await server.register(compress, { global: false });
}
