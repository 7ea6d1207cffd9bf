import { globSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Caller } from "../server.js";

/** Makes a record that belongs to a customer. */
type MakeOwned = (caller: Caller, customerId: string) => Promise<unknown>;

const features = path.join(import.meta.dirname, "../../src/features");

/** Makes what belongs to a customer, one of each: what the nouns' factories export as `makeOwned`. */
export const records: readonly MakeOwned[] = (
  await Promise.all(globSync("**/*.factory.ts", { cwd: features }).sort().map(ownedIn))
).flat();

async function ownedIn(file: string): Promise<readonly MakeOwned[]> {
  const factory: { makeOwned?: MakeOwned } = await import(
    pathToFileURL(path.join(features, file)).href
  );
  return factory.makeOwned ? [factory.makeOwned] : [];
}
