import { EmptyFileError, uploadFile } from "../../upload/uploadFile.js";

/** A file on its way to the server. */
export interface Upload {
  id: number;
  customerId: string;
  name: string;
  /** How much of it is sent, from 0 to 1. */
  share: number;
  /** Why it did not arrive. */
  error?: unknown;
  retry: () => void;
  cancel: () => void;
}

let uploads: readonly Upload[] = [];
let lastId = 0;
let running = 0;
const waiting: (() => Promise<void>)[] = [];
const listeners = new Set<() => void>();
const atOnce = 2;

function change(next: readonly Upload[]) {
  uploads = next;
  for (const listener of listeners) listener();
}

const patch = (id: number, part: Partial<Upload>) =>
  change(uploads.map((one) => (one.id === id ? { ...one, ...part } : one)));

const drop = (id: number) => change(uploads.filter((one) => one.id !== id));

/** Tells of each change to the list of uploads. */
export function subscribeUploads(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The files on their way, and those that did not arrive. */
export function listUploads(): readonly Upload[] {
  return uploads;
}

/** Uploads files to a customer, two at a time; `onArrived` runs for each that is stored. */
export function startUploads(
  customerId: string,
  files: readonly File[],
  onArrived: (name: string) => void,
): void {
  for (const file of files) startUpload(customerId, file, onArrived);
}

function startUpload(customerId: string, file: File, onArrived: (name: string) => void) {
  lastId += 1;
  const id = lastId;
  const stop = new AbortController();

  async function run() {
    if (stop.signal.aborted) return;
    try {
      if (file.size === 0) throw new EmptyFileError(file.name);
      await uploadFile(file, (share) => patch(id, { share }), stop.signal, customerId);
      drop(id);
      onArrived(file.name);
    } catch (error) {
      if (!stop.signal.aborted) patch(id, { error });
    }
  }

  function start() {
    patch(id, { error: undefined, share: 0 });
    waiting.push(run);
    pump();
  }

  function cancel() {
    stop.abort();
    drop(id);
  }

  change([...uploads, { id, customerId, name: file.name, share: 0, retry: start, cancel }]);
  start();
}

function pump() {
  while (running < atOnce) {
    const run = waiting.shift();
    if (!run) return;
    running += 1;
    void run().finally(() => {
      running -= 1;
      pump();
    });
  }
}
