import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** The lines of a UTF-8 file, from 1, without their ends and without a byte order mark. */
export async function* textLines(path: string): AsyncGenerator<{ line: number; text: string }> {
  const input = createReadStream(path, "utf8");
  try {
    let line = 0;
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      yield { line, text: line === 1 ? text.replace(/^\ufeff/, "") : text };
    }
  } finally {
    input.destroy();
  }
}
