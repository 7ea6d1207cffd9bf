import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { admin } from "./support/admin.js";
import { runServer } from "./support/builtServer.js";
import { expect, test } from "./support/journey.js";

const CUSTOMERS = 50;
const REQUESTS = 400;
const QUERY = `{ customers(first: ${CUSTOMERS}) {
  nodes { id number legalName displayName email address { street city country } invoices(first: 1) { nodes { id } } }
  pageInfo { endCursor } } }`;

// In the server's process: when a signal asks, it writes what the heap holds after what lives shortly was cleaned up.
// What survives that twice counts as old. The first time all is cleaned up, so that there is no reason for it meanwhile.
const probeIn = (file: string) => `import { writeFileSync } from "node:fs";
  process.once("SIGUSR2", () => gc());
  process.on("SIGUSR2", () => {
    gc({ type: "minor" });
    gc({ type: "minor" });
    writeFileSync(${JSON.stringify(file)}, String(process.memoryUsage().heapUsed));
  });`;

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
  const held = async () => {
    await writeFile(file, "");
    process.kill(server.pid, "SIGUSR2");
    await expect.poll(() => readFile(file, "utf8")).not.toBe("");
    return Number(await readFile(file, "utf8"));
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
  await askOften(REQUESTS / 2);
  const before = await held();
  const answered = await askOften(REQUESTS);
  // Each way to keep a request that was found kept several times its answer.
  expect((await held()) - before).toBeLessThan(answered);

  await request.dispose();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
