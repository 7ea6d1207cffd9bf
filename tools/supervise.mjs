// Runs a program to its end, or keeps one running that is to serve for ever.
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

const windows = process.platform === "win32";
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 10_000;
/** A program that lived so long did not die of its start. */
const STEADY_MS = 60_000;
const MAX_DEATHS = 6;
const PARENT_MS = 500;
/** Exit codes of a wanted end: in good order, and by Ctrl-C while it starts. */
const WANTED = new Set([0, 130]);
/** The exit code for a mistake in the setup (EX_CONFIG of sysexits.h), which another start would not correct. */
const SETUP = 78;

/**
 * Keeps a Node program running: where it dies, that is said in one line and it is started again, later each time; after
 * several deaths in a short time it is left at that. An end that was asked for, by a signal or by the program itself, is one.
 * The program is told that this process is gone by its IPC channel, which then closes.
 * @param {string} node the path of Node
 * @param {string[]} args
 * @param {{ cwd: string, firstDelayMs?: number }} options
 * @returns {Promise<number>} the exit code to end with
 */
export async function superviseServer(node, args, { cwd, firstDelayMs = FIRST_DELAY_MS }) {
  const stopping = new AbortController();
  let deaths = 0;
  for (;;) {
    const started = Date.now();
    const end = await runToEnd(node, args, { cwd, ipc: true, onSignal: () => stopping.abort() });
    if (stopping.signal.aborted || WANTED.has(end.code) || isWanted(end.signal))
      return exitCode(end);
    // After a death even that may pass: a database that is away for a moment.
    if (end.code === SETUP && deaths === 0) return end.code;
    deaths = Date.now() - started > STEADY_MS ? 1 : deaths + 1;
    const how = end.signal ? `killed by ${end.signal}` : `exit code ${end.code}`;
    if (deaths === MAX_DEATHS) {
      console.error(
        `The server died (${how}), ${deaths} times in a short time. It is not started again; the reason should stand above.`,
      );
      return exitCode(end) || 1;
    }
    const delay = Math.min(firstDelayMs * 2 ** (deaths - 1), LONGEST_DELAY_MS);
    console.error(`The server died (${how}). It is started again in ${delay / 1000} s.`);
    const stopped = onSignals(() => stopping.abort());
    await pause(delay, undefined, { signal: stopping.signal }).catch(() => undefined);
    stopped();
    if (stopping.signal.aborted) return 0;
  }
}

/**
 * Runs a program until it ends. It is in a process group of its own, so that Ctrl-C, which a terminal sends to all, and
 * npm once more, reaches it from here alone and once.
 * @param {{ cwd: string, whole?: boolean, ipc?: boolean, onSignal?: () => void }} options `whole` passes signals on to all that it started
 * @returns {Promise<{ code: number | null, signal: string | null }>}
 */
export function runToEnd(program, args, { cwd, whole = false, ipc = false, onSignal }) {
  return new Promise((resolve) => {
    const stdio = ["inherit", "inherit", "inherit", ...(ipc ? ["ipc"] : [])];
    const child = spawn(program, args, { cwd, stdio, detached: !windows });
    let last = 0;
    const pass = (signal) => {
      onSignal?.();
      // A Windows console tells the child by itself.
      if (windows || Date.now() - last < 1000) return;
      last = Date.now();
      try {
        process.kill(whole ? -child.pid : child.pid, signal);
      } catch {
        // It has ended already.
      }
    };
    const off = onSignals(pass);
    const end = (code, signal) => {
      off();
      resolve({ code, signal });
    };
    child.once("error", (error) => {
      console.error(error.message);
      end(SETUP, null);
    });
    child.once("exit", end);
  });
}

/** The exit code of this process for the end of another. */
export function exitCode({ code, signal }) {
  return code ?? (signal === "SIGINT" ? 130 : signal === "SIGTERM" ? 143 : 1);
}

function isWanted(signal) {
  return signal === "SIGINT" || signal === "SIGTERM" || signal === "SIGHUP";
}

/**
 * Hears what asks this process to end, as the signal to pass on: signals, and the death of the npm that started it, which
 * is no signal. Returns with what ends that.
 */
function onSignals(heard) {
  const listeners = [
    ["SIGINT", () => heard("SIGINT")],
    ["SIGTERM", () => heard("SIGTERM")],
    ["SIGHUP", () => heard("SIGTERM")],
  ];
  for (const [signal, listener] of listeners) process.on(signal, listener);
  const parent = process.ppid;
  const watch =
    process.env.npm_lifecycle_event === undefined
      ? undefined
      : setInterval(() => process.ppid !== parent && heard("SIGTERM"), PARENT_MS).unref();
  return () => {
    clearInterval(watch);
    for (const [signal, listener] of listeners) process.off(signal, listener);
  };
}
