const failures = new WeakSet<Error>();

/** Remembers which errors are code that did not come, as Vite announces them; browsers name them in English, each otherwise. */
export function watchCodeFailures(): void {
  window.addEventListener("vite:preloadError", ({ payload }) => failures.add(payload));
}

/** Whether an error is a part of the app whose code could not be loaded. */
export function isCodeFailure(error: unknown): boolean {
  return error instanceof Error && failures.has(error);
}
