// Responses of up to this many bytes are never refused.
const SMALL_ANSWER_BYTES = 256 * 1024;
const STEP_BYTES = 256 * 1024;

/** The memory that responses take while they are produced and sent, for one process in total. */
export class ResponseMemory {
  private readonly held = new Map<object, number>();
  private used = 0;

  constructor(private readonly limit: number) {}

  /** Reserves this many bytes in total for a response until it is released; false if there are not enough. */
  hold(body: object, bytes: number): boolean {
    if (bytes <= SMALL_ANSWER_BYTES) return true;
    const held = this.held.get(body) ?? 0;
    if (bytes <= held) return true;
    const wanted = Math.ceil(bytes / STEP_BYTES) * STEP_BYTES;
    if (this.used + wanted - held > this.limit) return false;
    this.used += wanted - held;
    this.held.set(body, wanted);
    return true;
  }

  release(body: object): void {
    this.used -= this.held.get(body) ?? 0;
    this.held.delete(body);
  }
}
