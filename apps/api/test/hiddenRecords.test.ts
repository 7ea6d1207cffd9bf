import {
  KEY_SCOPES,
  type Noun,
  type Permission,
  ROLE_PERMISSIONS,
  ROLES,
} from "@clientela/shared/records/roles";
import fc from "fast-check";
import { makeContact } from "../src/features/contacts/contact.factory.js";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { makeDeal } from "../src/features/deals/deal.factory.js";
import { exportedBy, exportedBytes } from "../src/features/exports/export.factory.js";
import { makeFile } from "../src/features/files/file.factory.js";
import { planned } from "../src/features/imports/import.factory.js";
import { makeInvoice } from "../src/features/invoices/invoice.factory.js";
import { makeOrder } from "../src/features/orders/order.factory.js";
import { makeProject } from "../src/features/projects/project.factory.js";
import { makeQuote } from "../src/features/quotes/quote.factory.js";
import { makeTask } from "../src/features/tasks/task.factory.js";
import { makeTimeEntry } from "../src/features/time/timeEntry.factory.js";
import { makeWebhook } from "../src/features/webhooks/webhook.factory.js";
import { registry } from "../src/features.js";
import { createSchema } from "../src/schema.js";
import { everyQuestion, type Selection } from "./schema/everyQuestion.js";
import type { Path } from "./schema/pathsFrom.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import { keyWith } from "./support/keyWith.js";
import { records } from "./support/records.js";

// A share of all questions by some of all callers; `HIDDEN_RECORDS=all` asks all, which takes minutes.
const ALL = process.env.HIDDEN_RECORDS === "all";
const SEED = Number(process.env.HIDDEN_SEED ?? Math.floor(Math.random() * 2 ** 31));
const [MAX_KEYS, MAX_QUESTIONS] = ALL ? [1_000, 10_000] : [3, 60];

/** Someone who asks, and what they may read. */
interface Trier {
  name: string;
  may: ReadonlySet<Permission>;
  headers: Record<string, string>;
}

let server: TestServer;
let admin: Caller;
let customers: { id: string; project: { id: string } }[];

// What goes, once something hidden came: the last one of its kind that was made.
const drop = async (type: string, id: string) => {
  const { errors } = await admin.ask(
    `mutation ($id: ID!) { delete${type}(input: { id: $id }) { __typename } }`,
    { id },
  );
  expect(errors).toBeUndefined();
};
const LINE = { description: "Hidden", quantity: "3", unitPrice: "77.00" };
const LONG_AGO = "2021-03-04";

/** Makes two records of a noun and drops one; what moves only by those who may read the noun. */
const changes: Partial<Record<Noun, (id: string, projectId: string) => Promise<unknown>>> = {
  contacts: async (id) => drop("Contact", (await makeContact(admin, id, { name: "Zulmira" })).id),
  projects: async (id) => {
    await makeProject(admin, id, { name: "Zeppelin", status: "ACTIVE" });
    await drop("Project", (await makeProject(admin, id)).id);
  },
  time: async (_id, projectId) => {
    await makeTimeEntry(admin, projectId, { minutes: 777 });
    await drop("TimeEntry", (await makeTimeEntry(admin, projectId)).id);
  },
  tasks: async (id, projectId) => {
    await makeTask(admin, id, { projectId, dueOn: LONG_AGO });
    await drop("Task", (await makeTask(admin, id, { projectId })).id);
  },
  deals: async (id) => {
    await makeDeal(admin, id, { title: "Zeppelin" });
    await drop("Deal", (await makeDeal(admin, id)).id);
  },
  quotes: async (id) => {
    await makeQuote(admin, id, { lines: [LINE] });
    await drop("Quote", (await makeQuote(admin, id, { lines: [LINE] })).id);
  },
  orders: async (id) => {
    await makeOrder(admin, id, { lines: [LINE] });
    await drop("Order", (await makeOrder(admin, id, { lines: [LINE] })).id);
  },
  invoices: async (id) => {
    await makeInvoice(admin, id, {
      lines: [LINE],
      status: "AUTHORIZED",
      dueOn: LONG_AGO,
      issuedOn: LONG_AGO,
    });
    await drop("Invoice", (await makeInvoice(admin, id, { lines: [LINE] })).id);
  },
  files: async (id) => {
    await makeFile(admin, "hidden bytes", "zeppelin.txt", id);
    await drop("File", (await makeFile(admin, "bytes", "gone.txt", id)).id);
  },
  imports: () => planned(admin, "zeppelin.csv", "Razão social;Cidade\nOculta;Natal\n"),
  exports: () => exportedBy(admin, { recordType: "CUSTOMER", format: "CSV" }),
  keys: () => keyWith(admin, ["customers:read"]),
  webhooks: async () => {
    const { id } = await makeWebhook(admin, "https://zeppelin.invalid/", ["invoice.created"]);
    await drop("Webhook", id);
  },
};
const OF_NO_CUSTOMER: ReadonlySet<string> = new Set(["imports", "exports", "keys", "webhooks"]);

/** Changes all that someone may not read. */
async function changeHidden({ may }: Trier): Promise<void> {
  for (const [noun, change] of Object.entries(changes)) {
    if (may.has(`${noun as Noun}:read`)) continue;
    // When people were last changed is what every reader of customers is told (lastActivityAt).
    if (noun === "contacts" && may.has("customers:read")) continue;
    const [first] = customers;
    const changed = OF_NO_CUSTOMER.has(noun) && first ? [first] : customers;
    for (const { id, project } of changed) await change(id, project.id);
  }
  if (may.has("users:write")) return;
  // Somebody switches the second step on, and gets a link to choose a password.
  const { rows } = await server.app.database.pool.query<{ id: string }>(
    "SELECT id FROM users WHERE id <> $1 ORDER BY id LIMIT 1",
    [admin.userId],
  );
  const { errors } = await admin.ask(
    "mutation ($id: ID!) { createPasswordLink(input: { userId: $id }) { path } }",
    { id: rows[0]?.id },
  );
  expect(errors).toBeUndefined();
  await server.app.database.pool.query(
    `INSERT INTO activity (record_type, record_id, action, actor_kind, actor_name, changes)
     VALUES ('User', $1, 'updated', 'USER', 'x', '[{"field": "twoFactor", "old": false, "new": true}]')`,
    [rows[0]?.id],
  );
}

beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  customers = [];
  for (const legalName of ["Padaria Aurora", "Café Serra", "Oficina Zebra"]) {
    const { id } = await makeCustomer(admin, {
      legalName,
      ownerId: admin.userId,
      tags: ["vip"],
      email: "same@example.com",
    });
    for (const make of records) await make(admin, id);
    customers.push({ id, project: await makeProject(admin, id, { status: "ACTIVE" }) });
  }
  await planned(admin, "people.csv", "Razão social;País\nPadaria;BR\nErrada;Nowhere\n");
  await exportedBy(admin, { recordType: "INVOICE", format: "CSV" });
  await admin.ask("{ duplicateCandidates { totalCount } }");
}, 60_000);
afterAll(() => server.close());

function allQuestions(): Selection[] {
  const list = "customers(first: 20, orderBy: { field: NUMBER })";
  const starts = new Map<string, Path>([
    ["Query", { before: "{", after: "}", rules: [] }],
    ["Customer", { before: `{ ${list} { nodes {`, after: "} } }", rules: [["customers:read"]] }],
  ]);
  const [customer] = customers;
  const samples = {
    ID: [`"${customer?.id}"`],
    id: [`"${customer?.id}"`],
    ids: [`"${customer?.id}"`],
    projectId: [`"${customer?.project.id}"`],
    ownerIds: [`"${admin.userId}"`],
    customerOwnerIds: [`"${admin.userId}"`],
    assigneeIds: [`"${admin.userId}"`],
    userIds: [`"${admin.userId}"`],
    actorIds: [`"${admin.userId}"`],
    fields: ['"twoFactor"', '"name"', '"projectId"'],
    action: ['"created"', '"password_link_created"'],
    representations: [`{ __typename: "Customer", id: "${customer?.id}" }`],
    Boolean: ["true", "false"],
    String: ['"a"', '"zeppelin"'],
    Date: ['"2021-06-01"', '"2100-01-01"'],
    CountryCode: ['"BR"'],
    Int: ["0"],
  };
  return everyQuestion(createSchema(registry), starts, samples);
}

async function triers(): Promise<Trier[]> {
  const roles = await Promise.all(
    ROLES.map(async (role): Promise<Trier> => {
      const { cookie } = await server.signIn(role);
      return { name: role, may: ROLE_PERMISSIONS[role], headers: { cookie } };
    }),
  );
  const keys: Trier[] = [];
  for (const scope of shuffled(KEY_SCOPES).slice(0, MAX_KEYS)) {
    keys.push({
      name: `a key of ${scope}`,
      may: new Set([scope]),
      headers: await keyWith(admin, [scope]),
    });
  }
  const few: Permission[] = ["customers:read", "activity:read"];
  keys.push({
    name: `a key of ${few.join()}`,
    may: new Set(few),
    headers: await keyWith(admin, few),
  });
  return [...roles.filter(({ name }) => ALL || name === "projects" || name === "viewer"), ...keys];
}

const shuffled = <T>(all: readonly T[]): T[] =>
  fc.sample(fc.shuffledSubarray([...all], { minLength: all.length }), {
    seed: SEED,
    numRuns: 1,
  })[0] ?? [];

// What answers null instead of a refusal, as if there were nothing; and what asks for the kind of a sheet besides.
const ANSWERS_NOBODY = /^(Query\.(node|nodes|_entities)|Activity)/;
const ASKS_MORE = /^(Import|Query\.(exportRowCount|import))/;

/** Does something for each, a few at a time. */
async function inTurns<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < all.length; at += 8)
    done.push(...(await Promise.all(all.slice(at, at + 8).map(work))));
  return done;
}

const answerTo = async ({ headers }: Trier, query: string) => {
  const { status, data, errors } = await server.stranger.ask<object | null>(query, {}, headers);
  return { status, data, errors };
};

test(`what may not be read may not be asked about (seed ${SEED})`, async () => {
  const all = allQuestions();
  expect(all.length).toBeGreaterThan(200);
  const refusals: string[] = [];
  const moved: string[] = [];
  for (const trier of await triers()) {
    const meets = ({ rules }: Selection) =>
      rules.every((any) => any.some((rule) => rule === "signed-in" || trier.may.has(rule)));
    const asked = shuffled(all).slice(0, MAX_QUESTIONS);
    const exported = trier.may.has("exports:write") && trier.may.has("customers:read");
    const { next: start } = (await (await admin.fetch("/changes?after=now")).json()) as {
      next: string;
    };
    const feed = async () =>
      (await server.stranger.fetch(`/changes?after=${start}`, { headers: trier.headers })).text();
    const sheet = async () => {
      if (!exported) return "";
      const caller: Caller = {
        ...admin,
        ask: (query, variables) => server.stranger.ask(query, variables, trier.headers),
        fetch: (url) => server.stranger.fetch(url, { headers: trier.headers }),
      };
      const done = await exportedBy(caller, { recordType: "CUSTOMER", format: "JSONL" });
      return (await exportedBytes(caller, done)).toString();
    };
    const sheetBefore = await sheet();
    const answers = await inTurns(asked, (one) => answerTo(trier, one.query));
    for (const [index, one] of asked.entries()) {
      const answer = answers[index];
      const refused = answer?.errors?.some(({ extensions }) => extensions.code === "FORBIDDEN");
      const hidden = refused || Object.values(answer?.data ?? {}).every((root) => root === null);
      if (!meets(one) && !hidden && !ANSWERS_NOBODY.test(one.name))
        refusals.push(`${trier.name}: ${one.name} was answered`);
      if (meets(one) && refused && !one.inPart && !ASKS_MORE.test(one.name))
        refusals.push(`${trier.name}: ${one.name} was refused`);
    }
    const told = await feed();
    await changeHidden(trier);
    const after = await inTurns(asked, (one) => answerTo(trier, one.query));
    for (const [index, one] of asked.entries()) {
      const [was, is] = [answers, after].map((all) => JSON.stringify(all[index]));
      if (was !== is) moved.push(`${trier.name}: ${one.name}\n  ${was}\n  ${is}`);
    }
    if ((await feed()) !== told) moved.push(`${trier.name}: the feed`);
    if ((await sheet()) !== sheetBefore) moved.push(`${trier.name}: an export`);
  }
  expect(refusals).toEqual([]);
  expect(moved).toEqual([]);
}, 1_200_000);
