import type { FileErrorCode } from "./messages/fileMessages.js";
import type { Inspection } from "./sheetChoice.js";

/** The values of a message about a file: file, sheet, row and column as people see them, and the cell's value. */
export type ReadErrorParams = Record<string, string | number>;

/**
 * The file cannot be read, or not completely: a stable code, and the values of its message. Where another
 * sheet or header row may work, `seen` is what a person can choose from.
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
