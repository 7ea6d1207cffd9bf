import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const holder = fileURLToPath(new URL("../../../test/setup/holdEmbedded.ts", import.meta.url));
// What containers have of their own: process ids, System V shared memory, mounts.
const NAMESPACES = ["--pid", "--ipc", "--mount", "--mount-proc", "--fork", "--kill-child"];
const LOADER = ["--conditions=source", "--import", "@oxc-node/core/register"];

let dataDir: string;
let containers: ChildProcess[];

beforeEach(async () => {
  containers = [];
  dataDir = await mkdtemp(path.join(os.tmpdir(), "clientela-containers-"));
});

afterEach(async () => {
  for (const container of containers) await end(container);
  await rm(dataDir, { recursive: true, force: true });
});

async function end(container: ChildProcess): Promise<void> {
  if (container.exitCode !== null || container.signalCode !== null) return;
  const gone = once(container, "exit");
  container.kill("SIGKILL");
  await gone;
}

interface Container {
  process: ChildProcess;
  said(): string;
  says(pattern: RegExp): Promise<RegExpExecArray>;
}

/** Starts what a container would run on the folder; a shell stays when it ends, as a supervisor does. */
function startContainer(): Container {
  const run = `"$0" "$@"; echo "it ended with $?"; sleep 60`;
  const container = spawn(
    "unshare",
    [...NAMESPACES, "sh", "-c", run, process.execPath, ...LOADER, holder, dataDir],
    { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NODE_OPTIONS: "" } },
  );
  containers.push(container);
  let said = "";
  for (const stream of [container.stdout, container.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  const ended = once(container, "close").then(() => "ended" as const);
  const says = async (pattern: RegExp) => {
    for (;;) {
      const found = pattern.exec(said);
      if (found) return found;
      const next = Promise.race([
        once(container.stdout, "data"),
        once(container.stderr, "data"),
        ended,
      ]);
      if ((await next) === "ended" && !pattern.test(said))
        throw new Error(`unshare, run as root, ended before it said ${pattern}: ${said}`);
    }
  };
  return { process: container, said: () => said, says };
}

/** Kills a process by its id in the first namespace. */
async function killHolder(container: Container): Promise<void> {
  const shell = await childOf(container.process.pid ?? 0);
  process.kill(await childOf(shell), "SIGKILL");
}

async function childOf(pid: number): Promise<number> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  return Number.parseInt(children, 10);
}

test("of two containers on one folder the second reports the holder, until nothing of the first is left", async () => {
  const first = startContainer();
  await first.says(/holds the folder/);

  const second = startContainer();
  await second.says(/it ended with 78/);
  expect(second.said()).toMatch(
    /Clientela is already running on this data folder \(process \d+ of another container or machine, /,
  );

  // The database's server outlives the application that was killed, and still writes.
  await killHolder(first);
  await first.says(/it ended with 137/);
  const third = startContainer();
  await third.says(/it ended with 78/);
  expect(third.said()).toMatch(
    /A database server still works on .*\/postgres, in another container/,
  );

  await end(first.process);
  const fourth = startContainer();
  await fourth.says(/holds the folder/);
});
