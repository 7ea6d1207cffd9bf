import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import net, { type AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { eventPrefix, RECORD_TYPES } from "@clientela/shared/records/recordActions";
import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";
import { KEY_SCOPES } from "@clientela/shared/records/roles";
import { parse, validate } from "graphql";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import {
  newSigningSecret,
  signedHeaders,
} from "../src/features/webhooks/deliveries/webhookSignature.js";
import { makeWebhook } from "../src/features/webhooks/webhook.factory.js";
import { registry } from "../src/features.js";
import { printedSubgraph } from "../src/printSchema.js";
import { createSchema } from "../src/schema.js";
import { startServer } from "./server.js";
import { bash, blocksOf } from "./support/shellBlocks.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "clientela-docs-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

/** Runs the commands of a guide with a key of these scopes; returns what they printed. */
async function followed(
  guide: string,
  scopes: readonly string[],
  heading = "With curl alone",
): Promise<string> {
  const server = await startServer();
  try {
    const admin = await server.signIn("admin");
    const { data } = await admin.ask<{ createApiKey: { secret: string } }>(
      "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }",
      { input: { name: "ERP", scopes } },
    );
    const script = (await blocksOf(guide, heading))
      .replace("http://127.0.0.1:4000", server.url)
      .replace("clk_…", data.createApiKey.secret);
    const { code, output } = await bash(script, folder);
    expect({ code, output }).toMatchObject({ code: 0 });
    return output;
  } finally {
    await server.close();
  }
}

test("an import and an export by a service with curl alone, as in the guide", async () => {
  const scopes = ["customers", "imports", "exports"].flatMap((noun) => [
    `${noun}:read`,
    `${noun}:write`,
  ]);
  const output = await followed("docs/import-and-export.md", scopes);
  expect(output).toContain('"problemCode":"matchRequired"');
  expect(output).toContain('"counts":{"new":1,"update":0,"unchanged":0,"duplicate":0,"error":1}');
  expect(output).toContain('"line":3,"cells":[{"value":"Padaria"}');
  expect(output).toContain(
    '"result":{"created":2,"updated":0,"unchanged":0,"skipped":0,"failed":0}',
  );
  expect(output).toMatch(/C-\d+,Mercado Azul,Porto/);
  const told = /"sha256":"(\w+)"/.exec(output)?.[1];
  expect(output).toContain(`${told}  customers.csv`);
  expect(output).toContain('"undo":{"deleted":2,"restored":0,"kept":0,"gone":0}');
  expect(output).not.toContain('"errors"');
});

test("a customer's whole life with curl alone, as in the guide", async () => {
  const output = await followed("docs/whole-life.md", KEY_SCOPES);
  const at = (text: string) => {
    expect(output).toContain(text);
    return output.indexOf(text);
  };
  const order = [
    '"phone":"+5511987654321"',
    '"state":"OVERDUE"',
    '"hours":1.5',
    '"total":{"amount":"1500.30","currency":"BRL"}',
    '"state":"AUTHORIZED","version":2',
    '"state":"AUTHORIZED","balance":{"amount":"1000.00"},"version":3',
    '"state":"PAID","balance":{"amount":"0.00"}',
    '"stage":"WON","probability":100',
    '"name":"contract.txt"',
    '"action":"note_added"',
    '"reasons":["SIMILAR_NAME"],"customer":{"number":"C-000001"}',
    '{"customer":{"legalName":"Padaria São João Ltda"}}',
    '"undoMerge":{"customers":[{"legalName":"Padaria Sao Joao"}]}',
    '"code":"has_invoices"',
    '"status":"ARCHIVED"',
    '"status":"ACTIVE"',
    '"action":"restored","actor":{"name":"ERP"}',
    '"changes":[{"id":',
  ].map(at);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(output.match(/"errors"/g)).toHaveLength(1);
  const summary =
    '"summary":{"projects":{"active":1,"totalHours":1.5},"tasks":{"overdue":1},"orders":{"finalized":{"count":1}},"quotes":{"accepted":{"count":1}},"deals":{"won":{"amounts":[{"amount":"1500.30"}]}},"invoices":{"paid":{"count":1,"amounts":[{"amount":"1500.30","currency":"BRL"}]}}}';
  expect(output.split(summary)).toHaveLength(3);
});

test("the guide to webhooks names every event that there is, and no other", async () => {
  const guide = await readFile(new URL("../../../docs/webhooks.md", import.meta.url), "utf8");
  const rows = [...guide.matchAll(/^\| `(\w+)` +\| (`.*`) +\|$/gm)].map(
    ([, record, cells = ""]) => [record, [...cells.matchAll(/\w+/g)].map(([action]) => action)],
  );
  expect(rows).toEqual(RECORD_TYPES.map((type) => [eventPrefix(type), RECORD_KINDS[type].actions]));
});

test("a gateway's schema with curl alone, as in the guide", async () => {
  await followed("docs/graph.md", ["customers:read"], "In a federated graph");
  const told = await readFile(path.join(folder, "clientela.graphql"), "utf8");
  expect(told.trim()).toBe(printedSubgraph().trim());
});

interface Running {
  url: string;
  said: () => string;
  end: () => Promise<void>;
}

/** Runs a program of the guide on a free port, and waits until it answers. */
async function running(language: string, command: string, secret: string): Promise<Running> {
  const guide = await readFile(new URL("../../../docs/webhooks.md", import.meta.url), "utf8");
  const program = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s").exec(guide)?.[1] ?? "";
  const file = path.join(folder, `receiver.${language === "ts" ? "ts" : "py"}`);
  await writeFile(file, program);
  const port = await freePort();
  const child = spawn(command, [file], {
    env: { ...process.env, NODE_OPTIONS: "", WEBHOOK_SECRET: secret, PORT: String(port) },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  const url = `http://127.0.0.1:${port}/`;
  const forged = { method: "POST", body: "{}", headers: { "webhook-id": "x" } };
  while ((await fetch(url, forged).catch(() => null))?.status !== 400) await pause(50);
  return {
    url,
    said: () => said,
    end: async () => {
      child.kill();
      await once(child, "close");
    },
  };
}

test.each([
  ["ts", process.execPath],
  ["python", "python3"],
])(
  "the receiver in %s takes what is signed, each once, and nothing else",
  async (language, command) => {
    const server = await startServer({ webhookNetworks: ["127.0.0.1"] });
    const admin = await server.signIn("admin");
    const { id, version, secret } = await makeWebhook(admin, "http://127.0.0.1:9/", ["customer.*"]);
    const receiver = await running(language, command, secret);
    try {
      await admin.ask(
        "mutation ($input: UpdateWebhookInput!) { updateWebhook(input: $input) { webhook { id } } }",
        { input: { id, version, url: receiver.url } },
      );
      const { id: customer } = await makeCustomer(admin);
      while (!receiver.said().includes("\n")) await pause(20);
      expect(receiver.said()).toBe(`customer.created ${customer}\n`);

      const post = async (age: number, key: string, body: string) => {
        const message = { id: "evt", timestamp: Math.floor(Date.now() / 1000) - age, body };
        const headers = { ...signedHeaders([key], message), "content-type": "application/json" };
        return (await fetch(receiver.url, { method: "POST", headers, body })).status;
      };
      const body = JSON.stringify({ type: "a.b", data: { recordId: "ç" } });
      expect(await post(0, newSigningSecret(), body)).toBe(400);
      expect(await post(600, secret, body)).toBe(400);
      expect(await post(0, secret, body)).toBe(204);
      expect(await post(1, secret, body)).toBe(204);
      while (!receiver.said().includes("ç\n")) await pause(20);
      expect(receiver.said()).toBe(`customer.created ${customer}\na.b ç\n`);
    } finally {
      await receiver.end();
      await server.close();
    }
  },
);

test("every query in the guides is one of the schema", async () => {
  const schema = createSchema(registry);
  const docs = new URL("../../../docs/", import.meta.url);
  const guides = (await readdir(docs)).filter((name) => name.endsWith(".md"));
  const queries: string[] = [];
  for (const name of guides) {
    const text = await readFile(new URL(name, docs), "utf8");
    queries.push(...[...text.matchAll(/```graphql\n(.*?)```/gs)].map((match) => match[1] ?? ""));
  }
  expect(queries.length).toBeGreaterThan(1);
  for (const query of queries) expect(validate(schema, parse(query))).toEqual([]);
});
