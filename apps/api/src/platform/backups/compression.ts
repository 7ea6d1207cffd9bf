import { pipeline, type Readable, type Transform } from "node:stream";
import { constants, createZstdCompress, createZstdDecompress } from "node:zlib";

// Level 1 is as quick as a disk; the higher ones save a tenth.
const LEVEL = 1;

const ignore = () => undefined;

/** Passes contents through, one after the other; a failure of one is the failure of what is returned. */
const through = (contents: Readable, ...steps: [...Transform[], Transform]): Readable => {
  const last = steps.at(-1) as Transform;
  pipeline([contents, ...steps], ignore);
  return last;
};

/** Compresses contents after the given step, which sees them as they are. */
export const compressed = (contents: Readable, step: Transform): Readable =>
  through(
    contents,
    step,
    createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: LEVEL } }),
  );

/** The opposite; fails where the end is missing. */
export const decompressed = (contents: Readable): Readable =>
  through(contents, createZstdDecompress());
