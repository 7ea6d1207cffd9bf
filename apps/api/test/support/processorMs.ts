import { readFileSync } from "node:fs";

/** For how long the main thread of a process has had the processor, where the system says so (Linux). */
export function processorMs(pid: number | undefined): number | null {
  try {
    const [nanoseconds] = readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ");
    return Number(nanoseconds) / 1e6;
  } catch {
    return null;
  }
}
