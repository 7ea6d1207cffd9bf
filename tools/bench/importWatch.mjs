// What the bench of imports watches while one runs: the memory of its processes, and how long a page of the list takes.
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1];

const statusOf = (pid) => readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
/** The memory of a process in megabytes: `which` is a line of its status. */
export const memory = async (pid, which) =>
  Number(new RegExp(`${which}:\\s+(\\d+)`).exec(await statusOf(pid))?.[1] ?? 0) / 1024;
const childrenOf = async (pid) =>
  (await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => ""))
    .split(" ")
    .filter(Boolean)
    .map(Number);

/** Watches the memory of the server, of its worker, and of what reads files; the answer stops it and gives the peaks. */
export function watchMemory(pid) {
  const peaks = { api: 0, worker: 0, reader: 0 };
  let going = true;
  const watching = (async () => {
    while (going) {
      peaks.api = Math.max(peaks.api, await memory(pid, "VmRSS"));
      for (const worker of await childrenOf(pid)) {
        peaks.worker = Math.max(peaks.worker, await memory(worker, "VmRSS"));
        for (const reader of await childrenOf(worker))
          peaks.reader = Math.max(peaks.reader, await memory(reader, "VmRSS"));
      }
      await pause(40);
    }
  })();
  return async () => {
    going = false;
    await watching;
    return peaks;
  };
}

/** A page of the list of customers. */
export const LIST = `query ($after: String) { customers(first: 50, after: $after, orderBy: { field: LEGAL_NAME, direction: ASC }) {
  nodes { id number legalName status email address { city country } } pageInfo { endCursor hasNextPage } } }`;

/** Reads pages of the list, one after the other with pauses between them; the answer stops it and gives the p95 in ms. */
export function watchList(ask) {
  const times = [];
  let going = true;
  const watching = (async () => {
    let after = null;
    while (going) {
      const start = performance.now();
      const { customers } = await ask(LIST, { after });
      times.push(performance.now() - start);
      after =
        customers.pageInfo.hasNextPage && times.length % 20 ? customers.pageInfo.endCursor : null;
      await pause(20);
    }
  })();
  // The case reports what went wrong; this only saw the server go.
  watching.catch(() => undefined);
  return async () => {
    going = false;
    await watching;
    return percentile(times, 0.95);
  };
}
