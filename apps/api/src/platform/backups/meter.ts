import { createHash } from "node:crypto";
import { Transform } from "node:stream";

/** Passes bytes on, and takes their number and SHA-256. */
export class Meter extends Transform {
  bytes = 0;
  private readonly hash = createHash("sha256");

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.bytes += chunk.length;
    this.hash.update(chunk);
    this.push(chunk);
    done();
  }

  /** The SHA-256 of all bytes, once they have passed. */
  digest(): string {
    return this.hash.digest("hex");
  }
}
