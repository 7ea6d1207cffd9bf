import { isUtf8 } from "node:buffer";

/** A decoder of text files, for any encoding. */
export interface ChunkDecoder {
  decode(chunk?: Buffer, options?: { stream?: boolean }): string;
}

// The characters of Windows-1252 for the bytes 0x80 to 0x9F, in order; five of them are undefined.
const SHOWN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const BYTE_OF = new Map([...SHOWN].map((character, index) => [character, 0x80 + index]));

const FOLLOWING = `[\\u0080-\\u00bf${SHOWN}]`;
/** A character of UTF-8 that was decoded as Windows-1252: "Ã£" for "ã". */
const TWICE = new RegExp(`[\\u00c2-\\u00f4]${FOLLOWING}{1,3}`, "g");
const TELLING = new RegExp(`[ÂÃ]${FOLLOWING}`);
const UNFINISHED = new RegExp(`[\\u00c2-\\u00f4]${FOLLOWING}{0,2}$`);

/** The position of the first Portuguese letter that was encoded as UTF-8 twice ("SÃ£o"); -1 where there is none. */
export const indexOfEncodedTwice = (text: string): number => text.search(TELLING);

/** The first bytes of each text that was encoded twice: C3 83 and C3 82. */
export const mayBeEncodedTwice = (bytes: Buffer): boolean =>
  bytes.includes("\u00c3", 0, "utf8") || bytes.includes("\u00c2", 0, "utf8");

function repaired(text: string): string {
  return text.replace(TWICE, (shown) => {
    // The text after a character may look like a part of it: the longest match counts.
    for (let length = shown.length; length > 1; length -= 1) {
      const part = [...shown.slice(0, length)];
      const bytes = Buffer.from(part.map((one) => BYTE_OF.get(one) ?? one.charCodeAt(0)));
      if (isUtf8(bytes)) return bytes.toString("utf8") + shown.slice(length);
    }
    return shown;
  });
}

/** Decodes UTF-8 that was encoded as UTF-8 once more, as a failed conversion leaves it. */
export class EncodedTwiceDecoder implements ChunkDecoder {
  private readonly inner = new TextDecoder("utf-8", { ignoreBOM: true });
  private held = "";

  decode(chunk?: Buffer, options?: { stream?: boolean }): string {
    const text = this.held + this.inner.decode(chunk, options);
    const unfinished = options?.stream ? (UNFINISHED.exec(text)?.[0].length ?? 0) : 0;
    this.held = text.slice(text.length - unfinished);
    return repaired(text.slice(0, text.length - unfinished));
  }
}
