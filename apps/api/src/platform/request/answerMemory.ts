// Answers of up to so many bytes are always made.
const SMALL_ANSWER_BYTES = 256 * 1024;
const STEP_BYTES = 256 * 1024;

/** The memory that answers take while they are made and sent, all of one process together. */
export class AnswerMemory {
  private readonly held = new Map<object, number>();
  private used = 0;

  constructor(private readonly limit: number) {}

  /** Holds so many bytes in all for an answer, until it is released; false where there are no more. */
  hold(answer: object, bytes: number): boolean {
    if (bytes <= SMALL_ANSWER_BYTES) return true;
    const held = this.held.get(answer) ?? 0;
    if (bytes <= held) return true;
    const wanted = Math.ceil(bytes / STEP_BYTES) * STEP_BYTES;
    if (this.used + wanted - held > this.limit) return false;
    this.used += wanted - held;
    this.held.set(answer, wanted);
    return true;
  }

  release(answer: object): void {
    this.used -= this.held.get(answer) ?? 0;
    this.held.delete(answer);
  }
}
