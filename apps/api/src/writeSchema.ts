import "reflect-metadata";
import { readFile, writeFile } from "node:fs/promises";

// Loaded after reflect-metadata, which the decorators of the schema need.
const { printedSchema, printedSubgraph } = await import("./printSchema.js");
const { withEvents } = await import("./printEvents.js");
const { printedPermissions } = await import("./printPermissions.js");
await writeFile(new URL("../schema.graphql", import.meta.url), printedSchema());
await writeFile(new URL("../subgraph.graphql", import.meta.url), printedSubgraph());
await writeFile(new URL("../../../docs/permissions.md", import.meta.url), printedPermissions());
const webhooks = new URL("../../../docs/webhooks.md", import.meta.url);
await writeFile(webhooks, withEvents(await readFile(webhooks, "utf8")));
