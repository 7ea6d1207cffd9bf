import { setTimeout as pause } from "node:timers/promises";

const LOOK_MS = 20;
// Only what never comes takes so long, on whichever machine.
const PATIENCE_MS = 30_000;

/** Looks again and again until something holds; throws where it never does. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`never came to hold: ${holds}`);
    await pause(LOOK_MS);
  }
}
