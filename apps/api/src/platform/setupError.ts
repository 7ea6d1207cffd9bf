/** A mistake in how the server was set up: shown to the operator as one sentence, without a stack. */
export class SetupError extends Error {
  override readonly name = "SetupError";
}
