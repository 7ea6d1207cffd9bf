import type { FileErrorCode } from "./messages/fileMessages.js";
import type { Inspection } from "./sheetChoice.js";

/** What a message about a file can name: file, sheet, row, column as the person sees them, the value. */
export type ReadErrorParams = Record<string, string | number>;

/**
 * The file cannot be read, or cannot be read on: a stable code, and what its message names. Where another
 * sheet or header row may do, `seen` is what a person can choose by.
 */
export class ReadError extends Error {
  override readonly name = "ReadError";
  readonly seen: Inspection | null;

  constructor(
    readonly code: FileErrorCode,
    readonly params: ReadErrorParams = {},
    options?: ErrorOptions & { seen?: Inspection | null },
  ) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.seen = options?.seen ?? null;
  }
}
