/** A mistake in how the server was set up: shown to the operator as one sentence, without a stack. */
export class SetupError extends Error {
  override readonly name = "SetupError";
}

/** What an error that ends the process says to the operator: where in the code it was thrown, unless it is a mistake in the setup. */
export function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof SetupError ? error.message : (error.stack ?? error.message);
}
