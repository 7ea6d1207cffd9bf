import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const COMPRESSIBLE = /\.(js|css|html|svg|json)$/;
/** Smaller ones fit a packet as they are. */
const LEAST_BYTES = 1024;
// The last two steps cost a build ten seconds for a twentieth of the size.
const BROTLI_QUALITY = 9;

const compressed = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes: Buffer) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

/**
 * Writes each text file of the build compressed next to it (`.br`, `.gz`): the server sends what the
 * browser takes, and compresses no asset itself.
 */
export function precompressed(): Plugin {
  let folder = "";
  return {
    name: "precompressed",
    apply: "build",
    configResolved({ root, build }) {
      folder = join(root, build.outDir);
    },
    async closeBundle(error?: Error) {
      if (error) return;
      const files = (await readdir(folder, { recursive: true })).filter(
        (file) => COMPRESSIBLE.test(file) && !file.startsWith("."),
      );
      await Promise.all(files.map((file) => compress(join(folder, file))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < LEAST_BYTES) return;
  for (const [ending, encode] of Object.entries(compressed)) {
    await writeFile(`${file}.${ending}`, await encode(bytes));
  }
}
