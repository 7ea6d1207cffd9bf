import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { startEmbedded } from "../../src/platform/embedded/embeddedPostgres.js";
import { createTemplate } from "./template.js";

// The database server of one run of the tests, in a process of its own that ends with the run, however that ends.
// TEST_DATABASE_URL names a server to use instead.
const given = process.env.TEST_DATABASE_URL;
const dataDir = await mkdtemp(path.join(os.tmpdir(), "clientela-test-"));
const onLost = (error: Error) => {
  throw error;
};
const server = given
  ? null
  : await startEmbedded({ dataDir, log: () => undefined, onLost, fsync: false });

async function end(): Promise<void> {
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
  process.exit();
}
process.once("disconnect", end);
// What ends the run reaches this process too; it ends in its own time, when the run is gone and disconnects.
process.on("SIGINT", () => undefined).on("SIGTERM", () => undefined);

const url = given ?? server?.url ?? "";
await createTemplate(url);
if (process.connected) process.send?.({ url });
else await end();
