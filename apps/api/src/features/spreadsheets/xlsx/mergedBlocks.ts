import type { MergedBlock } from "../mergedCells.js";

const NAME = Buffer.from("mergeCell");
/** No tag of a merged range is longer. */
const MAX_TAG = 500;
/** More than a person merges; what a file claims beyond is not looked at. */
const MAX_BLOCKS = 100_000;
const RANGE =
  /^mergeCell\s[^>]*?ref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})["']/i;

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/**
 * The blocks of merged cells over several rows that a worksheet part names. They stand behind all rows of the part, so it
 * is searched as bytes before it is parsed: a `<` of a text is escaped, and cannot begin such a tag.
 */
export async function mergedBlocks(part: AsyncIterable<Buffer>): Promise<MergedBlock[]> {
  const blocks: MergedBlock[] = [];
  let kept: Buffer = Buffer.alloc(0);
  for await (const chunk of part) {
    const bytes = kept.length > 0 ? Buffer.concat([kept, chunk]) : chunk;
    let from = 0;
    for (;;) {
      const at = bytes.indexOf(NAME, from);
      if (at < 0) {
        kept = bytes.subarray(Math.max(from, bytes.length - NAME.length));
        break;
      }
      const end = bytes.indexOf(">", at);
      if (end < 0 && bytes.length - at < MAX_TAG) {
        kept = bytes.subarray(at);
        break;
      }
      const tag = bytes.toString(
        "latin1",
        at,
        Math.min(end < 0 ? bytes.length : end, at + MAX_TAG),
      );
      const [, letters = "", top = "", bottom = ""] = RANGE.exec(tag) ?? [];
      if (Number(bottom) > Number(top) && blocks.length < MAX_BLOCKS)
        blocks.push({ top: Number(top), bottom: Number(bottom), column: columnOf(letters) });
      from = at + NAME.length;
    }
  }
  return blocks;
}
