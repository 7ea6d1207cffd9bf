import { databaseFailure } from "./database/databaseFailure.js";

/** A mistake in how the server was set up: shown to the operator as one sentence, without a stack. */
export class SetupError extends Error {
  override readonly name = "SetupError";
}

/**
 * What an error that ends the process says to the operator: one sentence for a mistake in the setup and for a database that
 * went away, and where in the code it was thrown for everything else.
 */
export function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof SetupError) return error.message;
  return databaseFailure(error)?.isOutage
    ? `The database went away (${error.message}). Check DATABASE_URL and that its server is running.`
    : (error.stack ?? error.message);
}
