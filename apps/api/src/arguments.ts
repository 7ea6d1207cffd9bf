import { parseArgs } from "node:util";
import { SetupError } from "./platform/setupError.js";

/** What a process does: everything, unless the first argument names a part of it. `worker.js` does the background jobs. */
export const PROCESS_TYPES = ["all", "api", "migrate"] as const;

const USAGE = `The options are --demo, demo data for an empty database, --remove-demo, which takes it away again, and --check-metrics, which adds up the metrics of customers and compares.
A process does everything, unless the first argument says "api", which serves requests and leaves background jobs to worker.js, or "migrate", which brings the database up to date and ends.`;

/** What stands behind the program's name. */
export interface Arguments {
  type: (typeof PROCESS_TYPES)[number];
  options: Record<"demo" | "remove-demo" | "check-metrics", boolean>;
}

/** Reads what stands behind the program's name; throws a SetupError for what it does not know. */
export function readArguments(): Arguments {
  const option = { type: "boolean", default: false } as const;
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { demo: option, "remove-demo": option, "check-metrics": option },
    });
    const [given = "all", ...others] = positionals;
    const type = PROCESS_TYPES.find((known) => known === given);
    if (!type || others.length > 0)
      throw new SetupError(`Unknown argument: ${positionals.join(" ")}.`);
    return { type, options: values };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupError(`${reason}\n${USAGE}`);
  }
}
