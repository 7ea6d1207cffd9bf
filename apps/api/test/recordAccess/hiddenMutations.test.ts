import { NEED_ALL_CUSTOMERS } from "@clientela/shared/records/recordAccess";
import pLimit from "p-limit";
import { makeCustomer } from "../../src/features/customers/customer.factory.js";
import { makeFile } from "../../src/features/files/file.factory.js";
import { planned } from "../../src/features/imports/import.factory.js";
import { makeProject } from "../../src/features/projects/project.factory.js";
import { makeTask } from "../../src/features/tasks/task.factory.js";
import { registry } from "../../src/features.js";
import { type HeldMetrics, holdMetrics } from "../../src/platform/lists/kept/metrics.factory.js";
import { protectedFields, type Rule } from "../../src/platform/security/authorize.js";
import { createSchema } from "../../src/schema.js";
import { sampleArguments } from "../schema/sampleArguments.js";
import { type Caller, startServer, type TestServer, UNLIMITED_ANSWERS } from "../server.js";
import { codeOf, NO_ID } from "../support/refusals.js";
import { type Mutation, mutationResults } from "./callMutations.js";
import {
  HIDDEN_EXTERNAL_ID,
  HIDDEN_TAX_ID,
  type Hidden,
  makeHidden,
  recordsOf,
  SECRET,
} from "./hiddenRecords.js";
import { type Place, recordPlaces, valueAt, withValueAt } from "./inputPlaces.js";
import { limitedPerson, teamOf } from "./limitedPeople.js";
import { INPUTS, type OwnRecords, samplesOf, WITHOUT_RECORDS } from "./mutationInputs.js";
import { sampleInput } from "./sampleInput.js";

const schema = createSchema(registry);
const mutations: readonly Mutation[] = Object.values(schema.getMutationType()?.getFields() ?? {});

// Such a mutation is refused before anything is read.
const needsAll = (rule: Rule) => NEED_ALL_CUSTOMERS.some((permission) => permission === rule);
const neverAllowed = protectedFields(registry)
  .filter(({ kind, rules }) => kind === "mutation" && rules?.every(needsAll))
  .map(({ field }) => field);

// The filter of an export only reads, as those of lists do (randomAccess.test.ts).
const called = mutations.filter(
  (one) =>
    recordPlaces(one).length > 0 && !neverAllowed.includes(one.name) && one.name !== "createExport",
);

interface Limited {
  person: Caller;
  own: OwnRecords;
}

let server: TestServer;
let admin: Caller;
let hidden: Hidden;
let people: { ownOnly: Limited; ofTeam: Limited };
let metrics: HeldMetrics;
beforeAll(async () => {
  server = await startServer({ limits: UNLIMITED_ANSWERS });
  admin = await server.signIn("admin");
  hidden = await makeHidden(server, admin);
  const [own, lead] = [await limitedPerson(server, "OWN"), await limitedPerson(server, "TEAM")];
  const mate = await server.signIn("sales");
  await teamOf(server, [lead, mate]);
  people = {
    ownOnly: { person: own, own: await ownRecords(own, own) },
    ofTeam: { person: lead, own: await ownRecords(lead, mate) },
  };
  // What the records made here change is kept in the background, which would be a difference between rows.
  metrics = await holdMetrics(server);
});
afterAll(async () => {
  await metrics.release();
  await server.close();
});

/** Makes records that a person sees, of customers that somebody owns. */
async function ownRecords(person: Caller, { userId: ownerId }: Caller): Promise<OwnRecords> {
  const { id: customer } = await makeCustomer(person, { ownerId });
  const { id: other } = await makeCustomer(person, { ownerId });
  const made = await recordsOf(person, customer, "Visible");
  const { id } = await planned(person, "mine.csv", "Razão social;País\nPadaria São João Ltda;BR\n");
  const sheet = await makeFile(person, "Razão social;País\nNova;BR\n", "sheet.csv");
  const { data } = await person.ask<{
    createSavedView: { view: { id: string } };
    createApiKey: { key: { id: string } };
  }>(`mutation {
    createSavedView(input: { name: "Mine", query: "status=LEAD", shared: false }) { view { id } }
    createApiKey(input: { name: "Mine", scopes: ["customers:read"] }) { key { id } }
  }`);
  return {
    ...made,
    customer,
    other,
    person: person.userId,
    import: id,
    sheet: sheet.id,
    view: data.createSavedView.view.id,
    key: data.createApiKey.key.id,
  };
}

test("every mutation is called with ids of hidden records, or takes none, or is never allowed", () => {
  expect(called.length).toBeGreaterThan(70);
  const others = mutations.filter((one) => !called.includes(one)).map(({ name }) => name);
  expect(others.toSorted()).toEqual([...WITHOUT_RECORDS, ...neverAllowed].toSorted());
});

test("there are hidden records in every table that is limited and has ids", () => {
  const without = Object.keys(hidden).filter((table) => hidden[table]?.live.length === 0);
  expect(without).toEqual([]);
  expect(Object.keys(hidden).length).toBeGreaterThan(18);
});

/** All rows of all tables, but for those that every request or background work writes. */
async function allRows(): Promise<string[]> {
  const { pool } = server.app.database;
  const tables = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_name <> ALL ($1) ORDER BY 1`,
    [
      [
        "attempts",
        "attempt_counts",
        "feed_commits",
        "feed_state",
        "job_holders",
        "server_processes",
      ],
    ],
  );
  const busy = ["last_seen_at", "last_used_at", "claim", "claimed_until", "position", "feed_id"];
  const rows = tables.rows.map(({ name }) => {
    // A session in use is noted once a minute.
    const left = name === "sessions" ? [...busy, "updated_at"] : busy;
    return `SELECT '${name} ' || (to_jsonb(t) - '{${left}}'::text[])::text AS row FROM "${name}" t`;
  });
  const found = await pool.query<{ row: string }>(`${rows.join(" UNION ALL ")} ORDER BY 1`);
  return found.rows.map(({ row }) => row);
}

/** Places that take people, whom everybody may know of. */
const OF_PEOPLE = /(?:owner|assignee|user|mention)Ids?$/;

/** Ids of hidden records in some tables to try at a place; the last one is of nothing. */
function idsFor({ name }: Mutation, { path }: Place, tables: readonly string[]): string[] {
  if (path === "editId") return [...(hidden.bulkEdits?.live ?? []), `${NO_ID}.${NO_ID}`];
  if (OF_PEOPLE.test(path)) return [...(hidden.customers?.live ?? []), NO_ID];
  // Nothing but these can reach what is in the trash.
  const withTrash = /^(?:restore|undo)/.test(name);
  const ids = tables
    .filter((table) => table !== "bulkEdits")
    .flatMap((table) => [
      ...(hidden[table]?.live ?? []),
      ...(withTrash ? (hidden[table]?.trashed ?? []) : []),
    ]);
  return [...ids, NO_ID];
}

// Filters find nothing for unknown ids; a bulk edit names how many it expects.
const isInFilter = (path: string) => path.startsWith("filter.");

/** What is wrong with the response of a mutation to ids of hidden records at one place of its input. */
async function idFaults(
  { person, own }: Limited,
  mutation: Mutation,
  place: Place,
  tables: readonly string[],
): Promise<string[]> {
  const name = `${mutation.name} ${place.path}`;
  const ids = idsFor(mutation, place, tables);
  const faults: string[] = [];
  for (const input of inputsAt(mutation, place, own)) {
    const calls = ids.map((id) => ({ input: withValueAt(input, place.path, id), secret: id }));
    const results = await mutationResults(person, mutation, calls);
    const unknown = results.at(-1);
    const path = isInFilter(place.path) ? "expectedCount" : place.path;
    if (unknown?.code !== "NOT_FOUND" && !unknown?.issues.some((issue) => path.endsWith(issue)))
      faults.push(`${name}: an unknown id is not refused: ${unknown?.text}`);
    for (const [index, { text }] of results.entries())
      if (text !== unknown?.text) faults.push(`${name}: ${ids[index]}: ${text}`);
  }
  return faults;
}

/** What is wrong with the response of a mutation to keys of hidden records at one place of its input. */
async function keyFaults(
  { person, own }: Limited,
  mutation: Mutation,
  place: Place,
): Promise<string[]> {
  const key = place.type === "TaxIdInput" ? HIDDEN_TAX_ID : HIDDEN_EXTERNAL_ID;
  const calls = inputsAt(mutation, place, own).map((input) => ({
    input: withValueAt(input, place.path, key),
    secret: key.value,
  }));
  const results = await mutationResults(person, mutation, calls);
  const ids = Object.values(hidden).flatMap(({ live, trashed }) => [...live, ...trashed]);
  return results
    .filter(({ text }) => [SECRET, ...ids].some((secret) => text.includes(secret)))
    .map(({ text }) => `${mutation.name} ${place.path}: ${text}`);
}

/** The inputs of a mutation that have something at a place. */
function inputsAt(mutation: Mutation, { path }: Place, own: OwnRecords): unknown[] {
  const inputs = INPUTS[mutation.name]?.(own) ?? [sampleInput(mutation, samplesOf(mutation, own))];
  if (isInFilter(path)) {
    const wanted = inputs.filter((input) => withValueAt(input, "filter", {}) !== undefined);
    return wanted
      .slice(0, 1)
      .map((input) => ({ ...(input as object), ...(valueAt(path, NO_ID) as object) }));
  }
  const having = inputs.filter((input) => withValueAt(input, path, NO_ID) !== undefined);
  if (having.length === 0) throw new Error(`no input of ${mutation.name} has anything at ${path}`);
  return having;
}

const PLACES_AT_ONCE = 4;

/** What is wrong with all mutations, each place being tried with ids of the tables that are chosen for it. */
async function allFaults(
  limited: Limited,
  tablesFor: (index: number) => readonly string[],
): Promise<string[]> {
  const places = called.flatMap((mutation) =>
    recordPlaces(mutation).map((place) => ({ mutation, place })),
  );
  const turns = pLimit(PLACES_AT_ONCE);
  const faults = await turns.map(places, ({ mutation, place }, index) =>
    place.type === "ID"
      ? idFaults(limited, mutation, place, tablesFor(index))
      : keyFaults(limited, mutation, place),
  );
  return faults.flat();
}

test("a hidden record's id is treated like one that does not exist, wherever a mutation takes ids", async () => {
  const before = await allRows();
  const tables = Object.keys(hidden);
  expect(await allFaults(people.ownOnly, () => tables)).toEqual([]);
  expect(await allRows()).toEqual(before);
});

test("the same for who sees the customers of a team", async () => {
  const before = await allRows();
  const tables = Object.keys(hidden);
  const some = (index: number) => ["customers", tables[index % tables.length] ?? ""];
  expect(await allFaults(people.ofTeam, some)).toEqual([]);
  expect(await allRows()).toEqual(before);
});

test("what concerns all customers is refused to limited people", async () => {
  const { person } = people.ownOnly;
  const refusals = neverAllowed.map(async (name) => {
    const args = mutations.find((one) => one.name === name)?.args ?? [];
    const id = hidden.customers?.live[0] ?? "";
    const call = `${name}${sampleArguments(args).replaceAll(NO_ID, id)}`;
    return [name, codeOf(await person.ask(`mutation { ${call} { __typename } }`))];
  });
  expect(await Promise.all(refusals)).toEqual(neverAllowed.map((name) => [name, "FORBIDDEN"]));
});

test("mutations of a task that is assigned to somebody tell the hidden customer's name alone", async () => {
  const { person } = people.ownOnly;
  const name = "Café Serra";
  const customer = await makeCustomer(admin, { legalName: name, notes: SECRET });
  const project = await makeProject(admin, customer.id, { name: SECRET });
  const { id } = await makeTask(admin, customer.id, {
    projectId: project.id,
    assigneeId: person.userId,
  });
  const inputs: Record<string, object[]> = {
    updateTask: [
      { id, version: 9, title: "Call" },
      { id, version: 1, title: "Call", projectId: project.id },
    ],
    addExternalIds: [{ id, externalIds: [{ source: "crm", value: "1" }] }],
    removeExternalIds: [{ id, externalIds: [{ source: "crm", value: "1" }] }],
    deleteTask: [{ id, version: 9 }, { id }],
    restoreTask: [{ id }],
  };
  const codes: string[] = [];
  for (const mutation of mutations) {
    const calls = (inputs[mutation.name] ?? []).map((input) => ({ input, secret: name }));
    for (const { code, text } of await mutationResults(person, mutation, calls, 3)) {
      codes.push(`${mutation.name} ${code}`);
      expect(text).not.toContain(SECRET);
    }
  }
  expect(codes.toSorted()).toEqual([
    "addExternalIds OK",
    "deleteTask CONFLICT",
    "deleteTask OK",
    "removeExternalIds OK",
    "restoreTask OK",
    "updateTask CONFLICT",
    "updateTask OK",
  ]);
});
