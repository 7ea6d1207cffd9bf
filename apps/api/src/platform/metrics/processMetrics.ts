import { statfs } from "node:fs/promises";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { App } from "../app.js";
import { LookedUp } from "./lookedUp.js";

/** The metrics of a process: its connections to the database, its disk and itself. */
export function processMetrics(app: App): Registry {
  const registry = new Registry();
  new Gauge({
    name: "clientela_database_connections",
    help: "Connections to the database that are in use and idle, and requests that wait for one.",
    labelNames: ["state"],
    registers: [registry],
    collect() {
      const { totalCount, idleCount, waitingCount } = app.database.pool;
      this.set({ state: "used" }, totalCount - idleCount);
      this.set({ state: "idle" }, idleCount);
      this.set({ state: "awaited" }, waitingCount);
    },
  });
  const disk = new LookedUp(registry, app.log, async () => {
    const { bavail, blocks, bsize } = await statfs(app.dataDir);
    return { free: [{ value: bavail * bsize }], size: [{ value: blocks * bsize }] };
  });
  disk.gauge("free", "clientela_disk_free_bytes", "Free bytes of the disk with the data folder.");
  disk.gauge("size", "clientela_disk_size_bytes", "Bytes of the disk with the data folder.");
  return registry;
}

/** Adds whether the storage waits for the operator, which a process that serves looks at. */
export function storageMetrics(app: App, registry: Registry): void {
  new Gauge({
    name: "clientela_storage_waits",
    help: "1 while the storage of files waits for the operator, as the log says.",
    registers: [registry],
    collect() {
      this.set(app.installation.waitsFor === null ? 0 : 1);
    },
  });
}

/** Adds what Node says of the process; it is expensive to collect, and so only where metrics are read. */
export function watchProcess(registry: Registry): void {
  collectDefaultMetrics({ register: registry });
}
