import {
  KEY_SCOPES,
  type Permission,
  ROLE_PERMISSIONS,
  ROLES,
} from "@clientela/shared/records/roles";
import fc from "fast-check";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { exportedBy, exportedBytes } from "../src/features/exports/export.factory.js";
import { planned } from "../src/features/imports/import.factory.js";
import { makeProject } from "../src/features/projects/project.factory.js";
import { registry } from "../src/features.js";
import { createSchema } from "../src/schema.js";
import { everyQuestion, type Selection } from "./schema/everyQuestion.js";
import type { Path } from "./schema/pathsFrom.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import { type CustomerWithProject, changeHidden } from "./support/changeHidden.js";
import { keyWith } from "./support/keyWith.js";
import { records } from "./support/records.js";

// A share of all queries by some of all callers; `HIDDEN_RECORDS=all` runs all, which takes minutes.
const ALL = process.env.HIDDEN_RECORDS === "all";
const SEED = Number(process.env.HIDDEN_SEED ?? Math.floor(Math.random() * 2 ** 31));
const [MAX_KEYS, MAX_QUESTIONS] = ALL ? [1_000, 10_000] : [3, 60];

/** A caller and their permissions. */
interface Trier {
  name: string;
  may: ReadonlySet<Permission>;
  headers: Record<string, string>;
}

let server: TestServer;
let admin: Caller;
let customers: CustomerWithProject[];

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
});
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
    LocalTime: ['"09:30"'],
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

// What answers null instead of a refusal, as if there were nothing; and what asks for the kind of a sheet or of a record besides.
const ANSWERS_NOBODY = /^(Query\.(node|nodes|_entities)|Activity)/;
const ASKS_MORE = /^(Import|Query\.(deletedRecords|exportRowCount|import))/;

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

test(`what may not be read may not be sample about (seed ${SEED})`, async () => {
  const all = allQuestions();
  expect(all.length).toBeGreaterThan(200);
  const refusals: string[] = [];
  const moved: string[] = [];
  for (const trier of await triers()) {
    const meets = ({ rules }: Selection) =>
      rules.every((any) => any.some((rule) => rule === "signed-in" || trier.may.has(rule)));
    const sample = shuffled(all).slice(0, MAX_QUESTIONS);
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
    const answers = await inTurns(sample, (one) => answerTo(trier, one.query));
    for (const [index, one] of sample.entries()) {
      const answer = answers[index];
      const refused = answer?.errors?.some(({ extensions }) => extensions.code === "FORBIDDEN");
      const hidden = refused || Object.values(answer?.data ?? {}).every((root) => root === null);
      if (!meets(one) && !hidden && !ANSWERS_NOBODY.test(one.name))
        refusals.push(`${trier.name}: ${one.name} was answered`);
      if (meets(one) && refused && !one.inPart && !ASKS_MORE.test(one.name))
        refusals.push(`${trier.name}: ${one.name} was refused`);
    }
    const entries = await feed();
    await changeHidden(server, admin, customers, trier.may);
    const after = await inTurns(sample, (one) => answerTo(trier, one.query));
    for (const [index, one] of sample.entries()) {
      const [was, is] = [answers, after].map((all) => JSON.stringify(all[index]));
      if (was !== is) moved.push(`${trier.name}: ${one.name}\n  ${was}\n  ${is}`);
    }
    if ((await feed()) !== entries) moved.push(`${trier.name}: the feed`);
    if ((await sheet()) !== sheetBefore) moved.push(`${trier.name}: an export`);
  }
  expect(refusals).toEqual([]);
  expect(moved).toEqual([]);
}, 1_200_000);
