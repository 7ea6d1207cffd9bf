import { Transform, type TransformCallback } from "node:stream";
import { crc32 } from "node:zlib";

const LINE_FEED = 10;
const MODULUS = 2 ** 48;

/** What a table holds, whatever the order of its rows. */
export interface RowTotals {
  rows: number;
  /** The CRC-32 of each row, added up modulo 2^48. */
  sum: number;
}

/** Passes rows in COPY's text format on, and adds them up: a row is a line, since line feeds in values are escaped. */
export class RowSum extends Transform {
  private rows = 0;
  private sum = 0;
  /** The checksum of the row that has begun. */
  private begun = 0;

  get totals(): RowTotals {
    return { rows: this.rows, sum: this.sum };
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(LINE_FEED, start);
      if (end < 0) break;
      this.sum = (this.sum + crc32(chunk.subarray(start, end), this.begun)) % MODULUS;
      this.rows += 1;
      this.begun = 0;
      start = end + 1;
    }
    if (start < chunk.length) this.begun = crc32(chunk.subarray(start), this.begun);
    done(null, chunk);
  }
}
