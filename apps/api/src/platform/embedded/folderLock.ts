import { closeSync, writeSync } from "node:fs";
import { constants, type FileHandle, open, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { SetupError } from "../setupError.js";
import { errorCode, folderProblem, makeDataFolder } from "./dataFolder.js";
import {
  type Holder,
  holderSchema,
  isKnownDead,
  isSeenAlive,
  nameOf,
  thisProcess,
} from "./holder.js";
import { kernelLock } from "./kernelLock.js";

const BEAT_MS = 1_000;
/** How long to watch for the heartbeat of a possible holder: more than two beats. */
const LISTEN_MS = 3 * BEAT_MS;
const ENTRY_BYTES = 1024;
const TRIES = 5;
const TRY_AGAIN_MS = 100;
const READ_AGAIN_MS = 20;

/** The content of the file: the holder of the folder, and a counter that goes up while it runs; no holder after a clean exit. */
const entrySchema = z.union([
  holderSchema.extend({ beat: z.number().optional() }),
  z.object({ free: z.literal(true) }),
]);
type Entry = z.infer<typeof entrySchema>;

/** A data folder that this process has locked. */
export interface HeldFolder {
  giveBack(): Promise<void>;
}

/**
 * Creates the data folder and locks it for this process, by a kernel lock on `clientela.lock` and, where others
 * may not see that (another machine, a filesystem without locks), by a heartbeat in that file. A lock left by a dead
 * process does not count.
 * @param onLost called, within about a second and at most once, when another process has taken the folder: nothing may be written to it any more
 * @throws SetupError when the folder cannot be used, or another process holds it
 */
export async function takeDataFolder(
  folder: string,
  onLost: (error: SetupError) => void,
): Promise<HeldFolder> {
  await makeDataFolder(folder);
  const file = path.join(folder, "clientela.lock");
  const mine = await thisProcess();
  let handle: FileHandle;
  try {
    handle = await lockFile(file, folder, mine);
  } catch (error) {
    throw folderProblem(error, folder) ?? error;
  }
  return hold(handle, { file, folder, mine, onLost });
}

/** Opens the file and locks it, with this process as its holder. */
async function lockFile(file: string, folder: string, mine: Holder): Promise<FileHandle> {
  for (let attempt = 1; ; attempt++) {
    const handle = await open(file, constants.O_RDWR | constants.O_CREAT, 0o600);
    try {
      const outcome = await kernelLock(handle.fd);
      const entry = await readEntry(file);
      const is = await standing(entry, file, outcome === "taken");
      if (is === "ours to take") {
        write(handle, { ...mine, beat: 0 });
        // Without a kernel lock two may get to this point; the last writer has it.
        if (outcome === "unsupported") await pause(LISTEN_MS);
        if (isOf(await readEntry(file), mine) && (await isSameFile(handle, file))) return handle;
      }
      // A process that is releasing the lock has exited in a moment.
      if (outcome !== "taken" || attempt >= TRIES)
        throw await runningAlready(await readEntry(file), folder);
    } catch (error) {
      await handle.close();
      throw error;
    }
    await handle.close();
    await pause(TRY_AGAIN_MS);
  }
}

/** Whether the folder may be taken from the holder in the file. */
async function standing(
  entry: Entry | null,
  file: string,
  locked: boolean,
): Promise<"ours to take" | "another's"> {
  if (locked) return "another's";
  if (entry === null || "free" in entry || (await isKnownDead(entry))) return "ours to take";
  if (await isSeenAlive(entry)) return "another's";
  // Its lock is not visible here, or belongs to a killed process of another container: only the heartbeat decides.
  await pause(LISTEN_MS);
  const later = await readEntry(file);
  const beats = later !== null && !("free" in later) && later.beat !== entry.beat;
  return beats ? "another's" : "ours to take";
}

async function runningAlready(entry: Entry | null, folder: string): Promise<SetupError> {
  const who = entry && !("free" in entry) ? ` (${await nameOf(entry)})` : "";
  return new SetupError(
    `Clientela is already running on this data folder${who}. Stop that process first, or set DATA_DIR to another folder. The folder is ${folder}.`,
  );
}

/** Writes the heartbeat, and detects when the folder is lost. */
function hold(
  handle: FileHandle,
  {
    file,
    folder,
    mine,
    onLost,
  }: { file: string; folder: string; mine: Holder; onLost: (error: SetupError) => void },
): HeldFolder {
  let beat = 0;
  let ended = false;
  let looking = Promise.resolve();
  const end = () => {
    ended = true;
    clearInterval(timer);
    process.off("exit", atExit);
  };
  const look = async () => {
    const entry = await readEntry(file);
    const same = await isSameFile(handle, file);
    if (ended) return;
    if (same && isOf(entry, mine)) {
      beat += 1;
      write(handle, { ...mine, beat });
      return;
    }
    end();
    const other = entry && !("free" in entry) && !isOf(entry, mine) ? entry : null;
    onLost(
      new SetupError(
        other
          ? `The data folder ${folder} was taken by ${await nameOf(other)}. This process ends, so that nothing is written twice.`
          : `The lock file of the data folder ${folder} is gone or was replaced, so that another process may use the folder. This process ends, so that nothing is written twice.`,
      ),
    );
  };
  const timer = setInterval(() => {
    // A file that is unreadable for a moment is not lost; the kernel lock still holds.
    looking = looking.then(() => (ended ? undefined : look())).catch(() => undefined);
  }, BEAT_MS);
  timer.unref();
  const atExit = () => {
    write(handle, { free: true });
    closeSync(handle.fd);
  };
  process.once("exit", atExit);
  return {
    async giveBack() {
      if (ended) return;
      end();
      await looking;
      write(handle, { free: true });
      await handle.close();
    },
  };
}

/** Writes the entry in one piece of constant length, so that nobody reads a part of it. */
function write(handle: FileHandle, entry: Entry): void {
  const text = `${JSON.stringify(entry).padEnd(ENTRY_BYTES - 1)}\n`;
  try {
    writeSync(handle.fd, text, 0);
  } catch (error) {
    // A full disk can still overwrite what was there; a failing one is reported by the database.
    if (!["ENOSPC", "EDQUOT", "EIO"].includes(errorCode(error) ?? "")) throw error;
  }
}

/** Reads the holder of the folder; null where it stays unreadable, as a crash while writing leaves it. */
async function readEntry(file: string): Promise<Entry | null> {
  for (let attempt = 1; ; attempt++) {
    const text = await readFile(file, "utf8").catch((error: unknown) => {
      if (errorCode(error) === "ENOENT") return null;
      throw error;
    });
    if (text === null) return null;
    try {
      return entrySchema.parse(JSON.parse(text));
    } catch {
      if (attempt === TRIES) return null;
    }
    await pause(READ_AGAIN_MS);
  }
}

function isOf(entry: Entry | null, { pid, started, namespace }: Holder): boolean {
  return (
    entry !== null &&
    !("free" in entry) &&
    entry.pid === pid &&
    entry.started === started &&
    entry.namespace === namespace
  );
}

/** Whether the path still leads to the open file: a lock on a removed or replaced file is void. */
async function isSameFile(handle: FileHandle, file: string): Promise<boolean> {
  const [held, there] = await Promise.all([
    handle.stat(),
    stat(file).catch((error: unknown) => {
      if (errorCode(error) === "ENOENT") return null;
      throw error;
    }),
  ]);
  return there !== null && held.ino === there.ino && held.dev === there.dev;
}
