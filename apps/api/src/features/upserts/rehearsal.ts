import type { Context } from "../../platform/context.js";

class Rehearsed extends Error {}

/** Runs `write` and rolls back what it wrote: its results cannot differ from those of the real thing. */
export async function rehearsed<Result>(
  context: Context,
  write: () => Promise<Result>,
): Promise<Result> {
  const results: Result[] = [];
  try {
    await context.attempt(async () => {
      results.push(await write());
      throw new Rehearsed("rolled back on purpose");
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  const [result] = results;
  if (result === undefined) throw new Error("a rehearsal has a result");
  return result;
}
