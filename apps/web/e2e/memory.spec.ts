import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { admin } from "./support/admin.js";
import { runServer } from "./support/builtServer.js";
import { expect, test } from "./support/journey.js";

const CUSTOMERS = 50;
const REQUESTS = 200;
const QUERY = `{ customers(first: ${CUSTOMERS}) {
  nodes { id number legalName displayName email address { street city country } invoices(first: 1) { nodes { id } } }
  pageInfo { endCursor } } }`;

// In the server's process: the first signal begins to sample what is allocated, the second writes what of it is still there
// after the young objects were cleaned up. Where the whole heap is cleaned up meanwhile, young garbage goes with it as well,
// so that nothing of what went then can be counted.
const probeIn = (file: string) => `import { renameSync, writeFileSync } from "node:fs";
  import { Session } from "node:inspector/promises";
  const session = new Session();
  session.connect();
  const write = (text) => {
    writeFileSync(${JSON.stringify(file)} + ".part", text);
    renameSync(${JSON.stringify(file)} + ".part", ${JSON.stringify(file)});
  };
  process.once("SIGUSR2", async () => {
    await session.post("HeapProfiler.startSampling", {
      samplingInterval: 4096, includeObjectsCollectedByMajorGC: false, includeObjectsCollectedByMinorGC: false });
    process.once("SIGUSR2", async () => {
      gc({ type: "minor" });
      gc({ type: "minor" });
      const { profile } = await session.post("HeapProfiler.stopSampling");
      write(JSON.stringify(profile.head));
    });
    write("sampling");
  });`;

/** A function that allocated what outlived the cleaning up, with those that it called. */
interface Allocation {
  callFrame: { functionName: string; url: string; lineNumber: number };
  /** Bytes. */
  selfSize: number;
  children: Allocation[];
}

const bytesOf = ({ selfSize, children }: Allocation): number =>
  children.reduce((sum, child) => sum + bytesOf(child), selfSize);

/** The functions that allocated most, for who has to find what is kept. */
function largest(head: Allocation): string[] {
  const bytes = new Map<string, number>();
  const walk = ({ callFrame, selfSize, children }: Allocation) => {
    const { functionName, url, lineNumber } = callFrame;
    const place = `${functionName || "(anonymous)"} ${url}:${lineNumber + 1}`;
    bytes.set(place, (bytes.get(place) ?? 0) + selfSize);
    children.forEach(walk);
  };
  walk(head);
  const sorted = [...bytes].sort(([, one], [, other]) => other - one);
  return sorted.slice(0, 10).map(([place, size]) => `${size} ${place}`);
}

async function ask(request: APIRequestContext, query: string): Promise<string> {
  const answer = await request.post("/graphql", { data: { query } });
  const text = await answer.text();
  expect(JSON.parse(text).errors, text).toBeUndefined();
  return text;
}

test("what a request made is gone with it, before the whole heap is cleaned up", async ({
  playwright,
}) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "clientela-memory-"));
  const file = path.join(folder, "held");
  const server = await runServer({
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    REQUESTS_PER_MINUTE: "0",
    NODE_OPTIONS: `--expose-gc --import=data:text/javascript,${encodeURIComponent(probeIn(file))}`,
  });
  const request = await playwright.request.newContext({
    baseURL: server.address,
    extraHTTPHeaders: { origin: server.address },
  });
  const askOften = async (times: number) => {
    let length = 0;
    for (let left = times; left > 0; left -= 1) length += (await ask(request, QUERY)).length;
    return length;
  };
  const afterSignal = async () => {
    await rm(file, { force: true });
    process.kill(server.pid, "SIGUSR2");
    await expect.poll(() => existsSync(file)).toBe(true);
    return readFile(file, "utf8");
  };

  const { email, password } = admin;
  const signedIn = await request.post("/api/auth/sign-in/email", { data: { email, password } });
  expect(signedIn.status()).toBe(200);
  for (let index = 0; index < CUSTOMERS; index += 1)
    await ask(
      request,
      `mutation { createCustomer(input: { legalName: "Padaria ${index} São João Ltda", email: "contato${index}@padaria.example",
        address: { street: "Rua Augusta", city: "São Paulo", country: "BR" } }) { customer { id } } }`,
    );
  await askOften(REQUESTS);
  await afterSignal();
  const answered = await askOften(REQUESTS);
  const kept: Allocation = JSON.parse(await afterSignal());
  // Each way to keep a request that was found kept several times its answer.
  expect(bytesOf(kept), largest(kept).join("\n")).toBeLessThan(answered);

  await request.dispose();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
