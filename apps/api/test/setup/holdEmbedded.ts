import { startEmbedded } from "../../src/platform/embedded/embeddedPostgres.js";

// A process of its own that holds a data folder until it is ended: `holdEmbedded.ts <data folder>`.
const dataDir = process.argv[2];
if (!dataDir) throw new Error("Name the data folder");

function refuse(error: Error): never {
  process.stderr.write(`${error.message}\n`);
  process.exit(78);
}

const { url, stop } = await startEmbedded({
  dataDir,
  log: () => undefined,
  onLost: refuse,
  fsync: false,
}).catch(refuse);
process.once("SIGTERM", () => stop().then(() => process.exit()));
process.send?.({ url });
process.stdout.write(`process ${process.pid} holds the folder\n`);
