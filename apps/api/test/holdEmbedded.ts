import { startEmbedded } from "../src/platform/embedded/embeddedPostgres.js";

// A process of its own that holds a data folder until it is ended: `holdEmbedded.ts <data folder>`.
const dataDir = process.argv[2];
if (!dataDir) throw new Error("Name the data folder");
const { url, stop } = await startEmbedded({ dataDir, log: () => undefined, fsync: false });
process.once("SIGTERM", () => stop().then(() => process.exit()));
process.send?.({ url });
