import { v7 } from "uuid";
import { limitedPerson } from "../../../test/recordAccess/limitedPeople.js";
import { type Answer, type Caller, startServer, type TestServer } from "../../../test/server.js";
import { keyWith } from "../../../test/support/keyWith.js";
import { codeOf, issuesOf, NO_ID } from "../../../test/support/refusals.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { worth } from "../documents/line.factory.js";
import { deleted, missingOf, outcomes, sendItems, upserted } from "./upsert.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const query = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await server.app.database.pool.query<Row>(text, values)).rows;

const historyOf = (id: string | undefined) =>
  query<{ action: string; changes: { field: string }[] }>(
    "SELECT action, changes FROM activity WHERE record_id = $1 ORDER BY id",
    [id],
  );

const statementsOf = ({ headers }: Answer<unknown>) =>
  Number(/desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1]);

/** A customer that the other system knows as `value`. */
const customerOf = (value: string, source = "billing") =>
  makeCustomer(admin, { externalIds: [{ source, value }] });

test("the same items make records, then find them as they are, then change what differs", async () => {
  const customer = await customerOf("same");
  const items = [
    { externalId: "s1", customer: { externalId: "same" }, name: "Ana", phone: "(11) 98765-4321" },
    { externalId: "s2", customer: { id: customer.id }, name: "Bia", notes: "Keep" },
  ];
  const fields =
    "name phone notes isPrimary externalIds(first: 5) { source value } customer { id }";
  const made = await upserted(admin, "Contacts", items, { fields });
  expect(made).toMatchObject([
    {
      status: "CREATED",
      record: {
        version: 1,
        phone: "+5511987654321",
        isPrimary: false,
        externalIds: [{ source: "billing", value: "s1" }],
        customer: { id: customer.id },
      },
    },
    { status: "CREATED", record: { name: "Bia", notes: "Keep" } },
  ]);
  const again = await upserted(admin, "Contacts", items);
  expect(again.map((one) => [one.status, one.record?.id, one.record?.version])).toEqual(
    made.map((one) => ["UNCHANGED", one.record?.id, 1]),
  );
  const changed = await upserted(
    admin,
    "Contacts",
    [
      { externalId: "s1", name: "Ana Maria" },
      { externalId: "s2", notes: null },
    ],
    { source: "BILLING", fields },
  );
  expect(changed).toMatchObject([
    { status: "UPDATED", record: { name: "Ana Maria", phone: "+5511987654321", version: 2 } },
    { status: "UPDATED", record: { name: "Bia", notes: null, version: 2 } },
  ]);
  expect(await historyOf(made[0]?.record?.id)).toEqual([
    {
      action: "created",
      changes: expect.arrayContaining([
        { field: "name", old: null, new: "Ana" },
        { field: "externalIds", old: [], new: ["billing:s1"] },
      ]),
    },
    { action: "updated", changes: [{ field: "name", old: "Ana", new: "Ana Maria" }] },
  ]);
});

test("what is wrong with an item keeps out that item and no other", async () => {
  const customer = await customerOf("wrong");
  const other = await customerOf("other");
  const results = await upserted(admin, "Projects", [
    { externalId: "w1", customer: { number: customer.number }, name: "Good" },
    { externalId: "w2", customer: { externalId: "nobody" }, name: "x" },
    { externalId: "w3", customer: { id: customer.id, number: customer.number }, name: "x" },
    { externalId: "w4", name: "x" },
    { externalId: "w5", customer: { id: customer.id } },
    { externalId: " ", customer: { id: "nonsense" }, name: "x" },
    { externalId: "w1", customer: { id: other.id }, name: "x" },
    {
      externalId: "w6",
      customer: { id: customer.id },
      name: "x",
      startsOn: "2026-05-02",
      dueOn: "2026-05-01",
    },
  ]);
  expect(outcomes(results)).toEqual([
    "CREATED",
    "FAILED: customer.externalId unknown_record",
    "FAILED: customer exactly_one",
    "FAILED: customer required",
    "FAILED: name required",
    "FAILED: externalId required: customer.id invalid_id",
    "FAILED: customer immutable",
    "FAILED: dueOn before_start",
  ]);
  expect(
    await query("SELECT value FROM external_ids WHERE record_type = 'Project' AND value LIKE 'w%'"),
  ).toEqual([{ value: "w1" }]);
  // An id that was refused is free.
  const [later] = await upserted(admin, "Projects", [
    { externalId: "w5", customer: { id: customer.id }, name: "Now it has a name" },
  ]);
  expect(later?.status).toBe("CREATED");
});

test("an id that comes again in a call changes what the item before it made", async () => {
  const customer = await customerOf("again");
  const results = await upserted(
    admin,
    "Projects",
    [
      { externalId: "g1", customer: { id: customer.id } },
      { externalId: "g1", customer: { id: customer.id }, name: "First" },
      { externalId: "g1", name: "Second", description: "More" },
      { externalId: "g1", name: "Second" },
    ],
    { fields: "name description" },
  );
  expect(outcomes(results)).toEqual(["FAILED: name required", "CREATED", "UPDATED", "UNCHANGED"]);
  expect(results[1]?.record).toMatchObject({ name: "Second", description: "More", version: 1 });
  expect(await historyOf(results[1]?.record?.id)).toHaveLength(1);
});

test("a dry run reports what a call would do, and writes nothing", async () => {
  const customer = await customerOf("dry");
  const [known] = await upserted(admin, "Projects", [
    { externalId: "d1", customer: { id: customer.id }, name: "Known" },
  ]);
  const items = [
    { externalId: "d1", name: "Renamed" },
    { externalId: "d2", customer: { id: customer.id }, name: "New" },
    { externalId: "d3", name: "Nobody's" },
    { externalId: "d1", name: "Renamed" },
  ];
  const rows = () => query("SELECT id, name, version FROM projects ORDER BY id");
  const before = await rows();
  const dry = await upserted(admin, "Projects", items, { dryRun: true });
  expect(outcomes(dry)).toEqual(["UPDATED", "CREATED", "FAILED: customer required", "UNCHANGED"]);
  expect(dry.map(({ record }) => record?.id ?? null)).toEqual([
    null,
    null,
    null,
    known?.record?.id,
  ]);
  expect(await rows()).toEqual(before);
  expect(await historyOf(known?.record?.id)).toHaveLength(1);
  expect(outcomes(await upserted(admin, "Projects", items))).toEqual(outcomes(dry));
});

test("a customer has one primary contact, the last one of a call", async () => {
  const customer = await customerOf("primary");
  const at = (externalId: string, isPrimary?: boolean) => ({
    externalId,
    customer: { id: customer.id },
    name: externalId,
    ...(isPrimary === undefined ? {} : { isPrimary }),
  });
  const primaries = () =>
    query<{ name: string }>(
      "SELECT name FROM contacts WHERE customer_id = $1 AND is_primary ORDER BY 1",
      [customer.id],
    );
  await upserted(admin, "Contacts", [at("p1", true), at("p2", true), at("p3")]);
  expect(await primaries()).toEqual([{ name: "p2" }]);
  await upserted(admin, "Contacts", [at("p3", true), at("p1")]);
  expect(await primaries()).toEqual([{ name: "p3" }]);
  await upserted(admin, "Contacts", [at("p3"), at("p2", true)]);
  expect(await primaries()).toEqual([{ name: "p2" }]);
  const [{ id } = { id: "" }] = await query<{ id: string }>(
    "SELECT id FROM contacts WHERE customer_id = $1 AND name = 'p3'",
    [customer.id],
  );
  expect((await historyOf(id)).map(({ changes }) => changes.map(({ field }) => field))).toEqual([
    expect.arrayContaining(["name"]),
    ["isPrimary"],
    ["isPrimary"],
  ]);
});

test("parallel calls with the same ids double nothing, and every id is created once", async () => {
  const customer = await customerOf("parallel");
  const items = Array.from({ length: 60 }, (_, n) => ({
    externalId: `par${n}`,
    customer: { id: customer.id },
    name: `Project ${n}`,
  }));
  const calls = await Promise.all(
    [items, items.toReversed(), items.slice(20), items.slice(0, 40).toReversed()].map((some) =>
      upserted(admin, "Projects", some),
    ),
  );
  const statuses = calls.flat().map(({ status }) => status);
  expect(statuses.filter((status) => status === "CREATED")).toHaveLength(60);
  expect(
    statuses.filter((status) => status !== "CREATED").every((one) => one === "UNCHANGED"),
  ).toBe(true);
  expect(await query("SELECT 1 FROM projects WHERE customer_id = $1", [customer.id])).toHaveLength(
    60,
  );
  expect(
    await query(
      `SELECT 1 FROM activity a JOIN projects p ON p.id = a.record_id WHERE p.customer_id = $1`,
      [customer.id],
    ),
  ).toHaveLength(60);
});

test("an item that the database refuses keeps out no other", async () => {
  const full = await customerOf("full");
  const free = await customerOf("free");
  await query(
    "INSERT INTO contacts (customer_id, name) SELECT $1, 'Person ' || n FROM generate_series(1, 499) n",
    [full.id],
  );
  const at = (externalId: string, id: string) => ({ externalId, customer: { id }, name: "x" });
  const results = await upserted(admin, "Contacts", [
    at("c1", full.id),
    at("c2", full.id),
    at("c3", free.id),
  ]);
  expect(outcomes(results)).toEqual(["CREATED", "FAILED: contacts too_many", "CREATED"]);
});

test("a thousand items take as many statements as one", async () => {
  const customers = [await customerOf("many1"), await customerOf("many2")];
  const items = (name: string) =>
    Array.from({ length: 1000 }, (_, n) => ({
      externalId: `n${n}`,
      customer: { externalId: n % 2 ? "many1" : "many2" },
      name,
    }));
  const one = (name: string) => [{ externalId: "one", customer: { externalId: "many1" }, name }];
  for (const name of ["First", "Second"]) {
    const [single, many] = [
      await sendItems(admin, "Projects", one(name)),
      await sendItems(admin, "Projects", items(name)),
    ];
    expect(many.errors).toBeUndefined();
    expect(many.data.upsertProjects?.results).toHaveLength(1000);
    expect(statementsOf(many)).toBe(statementsOf(single));
  }
  expect(customers).toHaveLength(2);
  const tooMany = [...items("x"), ...one("x")];
  expect(issuesOf(await sendItems(admin, "Projects", tooMany))).toEqual(["items too_many"]);
});

test("who may not write a kind upserts none of it, and who may not read customers names them by id", async () => {
  const viewer = await server.signIn("viewer");
  expect(codeOf(await sendItems(viewer, "Contacts", []))).toBe("FORBIDDEN");
  const customer = await customerOf("keyed");
  const headers = await keyWith(admin, ["contacts:write"]);
  const writer: Pick<Caller, "ask"> = {
    ask: (text, variables) => server.stranger.ask(text, variables, headers),
  };
  const at = (reference: object) => [{ externalId: "k1", customer: reference, name: "Ana" }];
  expect(codeOf(await sendItems(writer, "Contacts", at({ externalId: "keyed" })))).toBe(
    "FORBIDDEN",
  );
  expect(outcomes(await upserted(writer, "Contacts", at({ id: customer.id })))).toEqual([
    "CREATED",
  ]);
  expect(issuesOf(await sendItems(admin, "Contacts", [], { source: " " }))).toEqual([
    "source required",
  ]);
});

test("hidden customers and records are treated like those that do not exist", async () => {
  const person = await limitedPerson(server, "OWN");
  const taxId = { country: "BR", value: "52998224725" };
  const hidden = await makeCustomer(admin, {
    taxId,
    externalIds: [{ source: "billing", value: "hidden" }],
  });
  const own = await makeCustomer(admin, { ownerId: person.userId });
  await upserted(admin, "Contacts", [
    { externalId: "h1", customer: { id: hidden.id }, name: "Secret" },
  ]);
  const results = await upserted(person, "Contacts", [
    ...[{ id: hidden.id }, { number: hidden.number }, { taxId }, { externalId: "hidden" }].map(
      (customer, n) => ({ externalId: `h-${n}`, customer, name: "x" }),
    ),
    { externalId: "h2", customer: { id: NO_ID }, name: "x" },
    { externalId: "h1", name: "x" },
    { externalId: "h1", customer: { id: own.id }, name: "x" },
    { externalId: "h3", customer: { id: own.id }, name: "Mine" },
  ]);
  expect(outcomes(results)).toEqual([
    "FAILED: customer.id unknown_record",
    "FAILED: customer.number unknown_record",
    "FAILED: customer.taxId unknown_record",
    "FAILED: customer.externalId unknown_record",
    "FAILED: customer.id unknown_record",
    "FAILED: externalId taken",
    "FAILED: externalId taken",
    "CREATED",
  ]);
  expect(JSON.stringify(results)).not.toContain("Secret");
});

test("a merged customer is found by each of its keys, and the records of both are the survivor's", async () => {
  const [kept, merged] = [await customerOf("kept"), await customerOf("merged")];
  await upserted(admin, "Projects", [{ externalId: "m0", customer: { id: merged.id }, name: "x" }]);
  await admin.ask(
    "mutation ($input: MergeCustomersInput!) { mergeCustomers(input: $input) { customer { id } } }",
    { input: { survivorId: kept.id, version: 1, mergedIds: [merged.id] } },
  );
  const results = await upserted(
    admin,
    "Projects",
    [{ id: merged.id }, { number: merged.number }, { externalId: "merged" }].map((customer, n) => ({
      externalId: `m${n}`,
      customer,
      name: "x",
    })),
    { fields: "customer { id }" },
  );
  expect(outcomes(results)).toEqual(["UNCHANGED", "CREATED", "CREATED"]);
  expect(results.map(({ record }) => record?.customer)).toEqual(
    Array.from({ length: 3 }, () => ({ id: kept.id })),
  );
});

test("records are deleted by their ids in the other system, each id by itself", async () => {
  const customer = await customerOf("deleting");
  const at = (externalId: string, more: object = {}) => ({
    externalId,
    customer: { id: customer.id },
    ...more,
  });
  await upserted(admin, "Projects", [at("del1", { name: "One" }), at("del2", { name: "Two" })]);
  await upserted(admin, "Tasks", [at("t1", { title: "x", projectExternalId: "del1" })]);
  await upserted(admin, "Invoices", [
    at("inv1", { status: "PAID", currency: "EUR", lines: worth("10.00") }),
    at("inv2"),
  ]);
  const projects = ["del1", "nobody's", "del1", " "];
  const live = "SELECT name FROM projects WHERE customer_id = $1 AND deleted_at IS NULL ORDER BY 1";
  expect(await deleted(admin, "Projects", projects, { dryRun: true })).toEqual([
    "DELETED",
    "NOT_FOUND",
    "DELETED",
    "NOT_FOUND",
  ]);
  expect(await query(live, [customer.id])).toEqual([{ name: "One" }, { name: "Two" }]);
  expect(await deleted(admin, "Projects", projects)).toEqual([
    "DELETED",
    "NOT_FOUND",
    "DELETED",
    "NOT_FOUND",
  ]);
  expect(await query(live, [customer.id])).toEqual([{ name: "Two" }]);
  // With what belongs to it; a late repeat finds nothing.
  expect(await deleted(admin, "Projects", ["del1"])).toEqual(["NOT_FOUND"]);
  expect(await deleted(admin, "Tasks", ["t1"])).toEqual(["NOT_FOUND"]);
  expect(await deleted(admin, "Invoices", ["inv1", "inv2"])).toEqual([
    "FAILED: externalIds.0 paid_invoice",
    "DELETED",
  ]);
  const [{ id } = { id: "" }] = await query<{ id: string }>(
    "SELECT id FROM projects WHERE customer_id = $1 AND name = 'One'",
    [customer.id],
  );
  expect((await historyOf(id)).map(({ action }) => action)).toEqual(["created", "deleted"]);
  const person = await limitedPerson(server, "OWN");
  expect(await deleted(person, "Projects", ["del2"])).toEqual(["NOT_FOUND"]);
  expect(await query(live, [customer.id])).toEqual([{ name: "Two" }]);
});

async function startRun(): Promise<string> {
  const { data } = await admin.ask<{ startSyncRun: { syncRun: string } }>(
    "mutation { startSyncRun { syncRun } }",
  );
  return data.startSyncRun.syncRun;
}

test("a full sync ends with the records that it did not send", async () => {
  const source = "crm";
  const customer = await customerOf("full sync", source);
  const at = (n: number, name = "x") => ({
    externalId: `f${n}`,
    customer: { id: customer.id },
    name,
  });
  const live = () =>
    query<{ value: string }>(
      `SELECT value FROM external_ids WHERE source = '${source}' AND record_type = 'Project' AND live ORDER BY 1`,
    );
  await upserted(
    admin,
    "Projects",
    [1, 2, 3, 4, 5].map((n) => at(n)),
    { source },
  );
  // Another system knows the fourth as well.
  await upserted(admin, "Projects", [at(6)], { source: "other" });
  await query(
    "UPDATE external_ids o SET record_id = x.record_id FROM external_ids x WHERE o.source = 'other' AND x.value = 'f4' AND x.source = 'crm'",
  );
  const syncRun = await startRun();
  const archive = { source, syncRun, onMissing: "ARCHIVE" };
  expect(issuesOf(await sendItems(admin, "Projects", [], archive))).toEqual([
    "onMissing sync_run_empty",
  ]);
  await upserted(admin, "Projects", [at(1), at(2, "")], { source, syncRun });
  const missing = { archived: 2, kept: 1, remaining: 0 };
  const ending = [at(7)];
  expect(await missingOf(admin, "Projects", ending, { ...archive, dryRun: true })).toEqual(missing);
  expect(await live()).toHaveLength(5);
  expect(await missingOf(admin, "Projects", ending, archive)).toEqual(missing);
  expect((await live()).map(({ value }) => value)).toEqual(["f1", "f2", "f4", "f7"]);
  // A late repeat archives nothing more.
  expect(await missingOf(admin, "Projects", ending, archive)).toEqual({
    archived: 0,
    kept: 1,
    remaining: 0,
  });
});

test("what is no full sync archives nothing", async () => {
  const archive = { onMissing: "ARCHIVE" };
  expect(issuesOf(await sendItems(admin, "Projects", [], archive))).toEqual(["syncRun required"]);
  const tomorrow = v7({ msecs: Date.now() + 86_400_000 });
  const lastMonth = v7({ msecs: Date.now() - 30 * 86_400_000 });
  for (const syncRun of ["nonsense", NO_ID, tomorrow, lastMonth])
    expect(issuesOf(await sendItems(admin, "Projects", [], { ...archive, syncRun }))).toEqual([
      "syncRun unknown_sync_run",
    ]);
  const syncRun = await startRun();
  expect(issuesOf(await sendItems(admin, "Payments", [], { ...archive, syncRun }))).toEqual([
    "onMissing never_deleted",
  ]);
});
