import type { FileErrorCode } from "./messages.js";

/** What a message about a file can name: file, sheet, row, column as the person sees them, the value. */
export type ReadErrorParams = Record<string, string | number>;

/** The file cannot be read, or cannot be read on: a stable code, and what its message names. */
export class ReadError extends Error {
  override readonly name = "ReadError";

  constructor(
    readonly code: FileErrorCode,
    readonly params: ReadErrorParams = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(params)}`, options);
  }
}
