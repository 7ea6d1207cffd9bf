import { type RecordTypeValue, recordTypeOf } from "@clientela/shared/records/recordActions";
import { pino } from "pino";
import sql from "sql-template-tag";
import { makeContact } from "../src/features/contacts/contact.factory.js";
import { makeConversation } from "../src/features/conversations/conversation.factory.js";
import { makeCreditNote } from "../src/features/creditNotes/creditNote.factory.js";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { makeDeal } from "../src/features/deals/deal.factory.js";
import { makeFile } from "../src/features/files/file.factory.js";
import { makeInvoice } from "../src/features/invoices/invoice.factory.js";
import { merge } from "../src/features/merges/merge.factory.js";
import { makeNote } from "../src/features/notes/note.factory.js";
import { makeOrder } from "../src/features/orders/order.factory.js";
import { makePayment } from "../src/features/payments/payment.factory.js";
import { makeProject } from "../src/features/projects/project.factory.js";
import { makePromise } from "../src/features/promises/promise.factory.js";
import { makeQuote } from "../src/features/quotes/quote.factory.js";
import { makeTask } from "../src/features/tasks/task.factory.js";
import { makeTimeEntry } from "../src/features/time/timeEntry.factory.js";
import { registry } from "../src/features.js";
import { SourcesWithoutCase1764000000154 } from "../src/migrations/1764000000154-sources-without-case.js";
import { openDatabase } from "../src/platform/database/database.js";
import { type Answer, type Caller, startServer, type TestServer } from "./server.js";
import { freshDatabase } from "./setup/database.js";
import { codeOf, issuesOf, NO_ID } from "./support/refusals.js";

let server: TestServer;
let admin: Caller;
let customerId: string;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  customerId = (await makeCustomer(admin)).id;
});
afterAll(() => server.close());

interface ExternalId {
  source: string;
  value: string;
}
interface Identified {
  id: string;
  version: number;
  externalIds: ExternalId[];
  lostExternalIds: ExternalId[];
}

const identified = registry.nodeKinds.filter((kind) => kind.externalIds);
const IDS = identified
  .map(
    ({ type }) =>
      `... on ${type.name} { id version externalIds { source value } lostExternalIds { source value } }`,
  )
  .join(" ");

const write =
  (verb: "addExternalIds" | "removeExternalIds") =>
  (id: string, externalIds: ExternalId[], caller = admin) =>
    caller.ask<Record<typeof verb, { record: Identified }>>(
      `mutation ($input: ExternalIdsInput!) { ${verb}(input: $input) { record { ${IDS} } } }`,
      { input: { id, externalIds } },
    );
const add = write("addExternalIds");
const remove = write("removeExternalIds");

const lookUp = (keys: { recordType: string; source: string; value: string }[], caller = admin) =>
  caller.ask<{ nodesBy: (Identified | null)[] }>(
    `query ($keys: [NodeKey!]!) { nodesBy(externalIds: $keys) { ${IDS} } }`,
    { keys },
  );

const statementsOf = ({ headers }: Answer<unknown>) =>
  Number(/desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1]);

type Maker = (input?: object) => Promise<{ id: string }>;
const MAKERS: Partial<Record<RecordTypeValue, Maker>> = {
  CUSTOMER: (input = {}) => makeCustomer(admin, { ...input }),
  CONTACT: (input = {}) => makeContact(admin, customerId, { ...input }),
  PROJECT: (input = {}) => makeProject(admin, customerId, { ...input }),
  TASK: (input = {}) => makeTask(admin, customerId, { ...input }),
  TIME_ENTRY: async (input = {}) =>
    makeTimeEntry(admin, (await makeProject(admin, customerId)).id, { ...input }),
  DEAL: (input = {}) => makeDeal(admin, customerId, { ...input }),
  QUOTE: (input = {}) => makeQuote(admin, customerId, { ...input }),
  ORDER: (input = {}) => makeOrder(admin, customerId, { ...input }),
  INVOICE: (input = {}) => makeInvoice(admin, customerId, { ...input }),
  PAYMENT: (input = {}) => makePayment(admin, customerId, { ...input }),
  CREDIT_NOTE: (input = {}) => makeCreditNote(admin, customerId, { ...input }),
  NOTE: (input = {}) => makeNote(admin, customerId, { ...input }),
  CONVERSATION: (input = {}) => makeConversation(admin, customerId, { ...input }),
  PROMISE_TO_PAY: (input = {}) => makePromise(admin, customerId, { ...input }),
  FILE: () => makeFile(admin, "bytes", "notes.txt", customerId),
};
const kinds = Object.entries(MAKERS) as [RecordTypeValue, Maker][];

test("every kind of record with ids in other systems is tried here, and its table keeps them by triggers", async () => {
  const names = identified.map(({ type }) => type.name).sort();
  expect(kinds.map(([kind]) => recordTypeOf(kind) as string).sort()).toEqual(names);
  const triggers = await server.db.rows<{ table: string; count: number }>(sql`
    SELECT tgrelid::regclass::text AS table, count(*)::int AS count FROM pg_trigger
    WHERE tgname IN ('external_ids_trashed', 'external_ids_deleted') GROUP BY 1`);
  const byTable = new Map(triggers.map(({ table, count }) => [table, count]));
  for (const { table } of identified) expect([table, byTable.get(table)]).toEqual([table, 2]);
});

test.each(kinds)(
  "a %s is given ids, is found by them, and loses those alone that are taken",
  async (recordType, make) => {
    const [one, other] = [await make(), await make()];
    const billing = { source: "billing", value: `${recordType} 1` };
    const support = { source: "support", value: `${recordType} 2` };
    const before = (await add(one.id, [billing])).data.addExternalIds.record;
    expect(before).toMatchObject({ id: one.id, externalIds: [billing], lostExternalIds: [] });
    const both = (await add(one.id, [support, billing])).data.addExternalIds.record;
    expect(both.externalIds).toEqual([billing, support]);
    expect(both.version).toBe(before.version + 1);
    expect((await add(one.id, [support])).data.addExternalIds.record.version).toBe(both.version);
    expect(issuesOf(await add(other.id, [billing]))).toEqual(["externalIds taken"]);

    const found = await lookUp([
      { recordType, ...support },
      { recordType, source: "billing", value: "nobody's" },
      { recordType, source: " billing ", value: billing.value },
    ]);
    expect(found.data.nodesBy.map((record) => record?.id ?? null)).toEqual([one.id, null, one.id]);

    const left = (await remove(one.id, [billing])).data.removeExternalIds.record;
    expect(left).toMatchObject({ externalIds: [support], version: both.version + 1 });
    expect((await add(other.id, [billing])).errors).toBeUndefined();

    const { rows } = await server.app.database.pool.query(
      "SELECT changes FROM activity WHERE record_id = $1 AND action = 'updated' ORDER BY id",
      [one.id],
    );
    const change = (old: ExternalId[], now: ExternalId[]) => {
      const texts = (ids: ExternalId[]) => ids.map(({ source, value }) => `${source}:${value}`);
      return { changes: [{ field: "externalIds", old: texts(old), new: texts(now) }] };
    };
    expect(rows.slice(-3)).toEqual([
      change([], [billing]),
      change([billing], [billing, support]),
      change([billing, support], [support]),
    ]);
  },
);

// Files are uploaded, and given ids afterwards.
const CREATED = kinds.filter(([kind]) => kind !== "FILE");

test.each(CREATED)(
  "a %s is created with ids, but not with one that another has",
  async (recordType, make) => {
    const externalIds = [{ source: "shop", value: `${recordType} new` }];
    const { id } = await make({ externalIds });
    const [found] = (await lookUp(externalIds.map((one) => ({ recordType, ...one })))).data.nodesBy;
    expect(found).toMatchObject({ id, externalIds, version: 1 });
    await expect(make({ externalIds })).rejects.toThrow('"path":"externalIds","code":"taken"');
    const { rows } = await server.app.database.pool.query(
      "SELECT changes FROM activity WHERE record_id = $1",
      [id],
    );
    const change = { field: "externalIds", old: [], new: [`shop:${recordType} new`] };
    expect(rows).toEqual([{ changes: expect.arrayContaining([change]) }]);
  },
);

// Payments are reversed, and never in the trash.
const TRASHED = kinds.filter(([kind]) => !["CUSTOMER", "PAYMENT", "CREDIT_NOTE"].includes(kind));

test.each(TRASHED)(
  "a %s comes back from the trash with its ids, but for one that another has by now",
  async (recordType, make) => {
    const [one, other] = [await make(), await make()];
    const kept = { source: "erp", value: `${recordType} kept` };
    const lost = { source: "erp", value: `${recordType} lost` };
    const { version } = (await add(one.id, [kept, lost])).data.addExternalIds.record;
    const type = recordTypeOf(recordType);
    const field = `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
    const deleted = await admin.ask(
      `mutation ($input: DeleteInput!) { delete${type}(input: $input) { ${field} { id } } }`,
      { input: { id: one.id, version } },
    );
    expect(deleted.errors).toBeUndefined();
    expect((await lookUp([{ recordType, ...kept }])).data.nodesBy).toEqual([null]);
    expect((await add(other.id, [lost])).errors).toBeUndefined();
    const restored = await admin.ask<Record<string, Record<string, Identified>>>(
      `mutation ($input: RestoreInput!) { restore${type}(input: $input) {
      ${field} { externalIds { source value } lostExternalIds { source value } } } }`,
      { input: { id: one.id } },
    );
    expect(restored.data[`restore${type}`]?.[field]).toEqual({
      externalIds: [kept],
      lostExternalIds: [lost],
    });
    await remove(other.id, [lost]);
    const again = (await add(one.id, [lost])).data.addExternalIds.record;
    expect(again).toMatchObject({ externalIds: [kept, lost], lostExternalIds: [] });
  },
);

test("a restored customer says which ids another customer has by now", async () => {
  const ids = [
    { source: "erp", value: "back" },
    { source: "erp", value: "gone" },
  ];
  const { id } = await makeCustomer(admin, { externalIds: ids });
  const change = (verb: string) =>
    admin.ask<Record<string, { customers: Identified[] }>>(
      `mutation ($input: CustomerIdsInput!) { ${verb}(input: $input) {
        customers { externalIds { source value } lostExternalIds { source value } } } }`,
      { input: { ids: [id] } },
    );
  await change("deleteCustomers");
  await makeCustomer(admin, { externalIds: ids.slice(1) });
  const { data } = await change("restoreCustomers");
  expect(data.restoreCustomers?.customers).toEqual([
    { externalIds: ids.slice(0, 1), lostExternalIds: ids.slice(1) },
  ]);
});

test("records of every kind keep their ids where their customer is merged, and give them up where they are deleted for good", async () => {
  const survivor = await makeCustomer(admin);
  const [merged, kept] = [await makeCustomer(admin), customerId];
  customerId = merged.id;
  const keys: { recordType: string; source: string; value: string }[] = [];
  const ids: string[] = [];
  for (const [recordType, make] of TRASHED) {
    const { id } = await make();
    const externalId = { source: "merged", value: recordType };
    expect(codeOf(await add(id, [externalId]))).toBe("OK");
    keys.push({ recordType, ...externalId });
    ids.push(id);
  }
  customerId = kept;
  const { errors } = await merge(admin, { id: survivor.id, version: 1 }, [merged.id]);
  expect(errors).toBeUndefined();
  const found = (await lookUp(keys)).data.nodesBy;
  expect(found.map((record) => record?.id)).toEqual(ids);
  expect(found.map((record) => record?.externalIds)).toEqual(
    keys.map(({ source, value }) => [{ source, value }]),
  );
  for (const { table } of [...identified].reverse()) {
    await server.asOwner(`DELETE FROM ${table} WHERE id = ANY('{${ids.join(",")}}'::uuid[])`);
  }
  const left = await server.db.rows(sql`SELECT 1 FROM external_ids WHERE source = 'merged'`);
  expect(left).toEqual([]);
});

test("ids are unique by source and type, so that a deal and an invoice can have the same one", async () => {
  const id = { source: "crm", value: "42" };
  const [deal, invoice] = [
    await makeDeal(admin, customerId),
    await makeInvoice(admin, customerId, {}),
  ];
  for (const record of [deal, invoice]) expect(codeOf(await add(record.id, [id]))).toBe("OK");
  const keys = [
    { recordType: "INVOICE", ...id },
    { recordType: "DEAL", ...id },
    { recordType: "TASK", ...id },
  ];
  const found = (await lookUp(keys)).data.nodesBy;
  expect(found.map((record) => record?.id)).toEqual([invoice.id, deal.id, undefined]);
  const projects = await server.signIn("projects");
  expect((await lookUp(keys, projects)).data.nodesBy).toEqual([null, null, null]);
  expect(issuesOf(await lookUp([{ recordType: "USER", ...id }]))).toEqual([
    "externalIds.0.recordType invalid_choice",
  ]);
});

test("who may not write a kind of record changes no ids of it", async () => {
  const id = [{ source: "crm", value: "forbidden" }];
  const deal = await makeDeal(admin, customerId);
  const [viewer, projects] = [await server.signIn("viewer"), await server.signIn("projects")];
  for (const caller of [viewer, projects]) {
    expect(codeOf(await add(deal.id, id, caller))).toBe("FORBIDDEN");
    expect(codeOf(await remove(deal.id, id, caller))).toBe("FORBIDDEN");
  }
  expect(codeOf(await add(NO_ID, id))).toBe("NOT_FOUND");
  expect(codeOf(await add(admin.userId, id))).toBe("NOT_FOUND");
  expect(issuesOf(await add(deal.id, [...id, ...id, { source: " ", value: "" }]))).toEqual([
    "externalIds.2.source required",
    "externalIds.2.value required",
  ]);
  expect(issuesOf(await add(deal.id, [...id, ...id]))).toEqual(["externalIds.1 repeated"]);
});

test("an update of one system leaves the ids of the other, and null removes all", async () => {
  const customer = await makeCustomer(admin, { externalIds: [{ source: "billing", value: "u1" }] });
  let version = 1;
  const update = async (externalIds: ExternalId[] | null) => {
    const { data, errors } = await admin.ask<{ updateCustomer: { customer: Identified } }>(
      `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { version externalIds { source value } } } }`,
      { input: { id: customer.id, version, externalIds } },
    );
    expect(errors).toBeUndefined();
    version = data.updateCustomer.customer.version;
    return data.updateCustomer.customer.externalIds.map(
      ({ source, value }) => `${source} ${value}`,
    );
  };
  expect(await update([{ source: "support", value: "u2" }])).toEqual(["billing u1", "support u2"]);
  expect(await update([{ source: "support", value: "u3" }])).toEqual(["billing u1", "support u3"]);
  expect(await update([])).toEqual(["billing u1", "support u3"]);
  expect(await update(null)).toEqual([]);
});

interface Upserted {
  upsertCustomers: {
    results: { status: string; record: { id: string } | null; issues: object[] }[];
  };
}

// The whole run: EXTERNAL_ID_CUSTOMERS=1000 EXTERNAL_ID_SECONDS=60.
const CUSTOMERS = Number(process.env.EXTERNAL_ID_CUSTOMERS ?? 100);
const SECONDS = Number(process.env.EXTERNAL_ID_SECONDS ?? 0);

test(
  "two systems that write the same customers in turns each find their own, and double none",
  async () => {
    const numbers = Array.from({ length: CUSTOMERS }, (_, n) => n);
    const countBefore = await customerCount();
    const upsert = async (source: string, round: number) => {
      const items = numbers.map((n) => ({
        externalId: { source, value: `${source}-${n}` },
        legalName: `Turns ${n}`,
        taxId: { country: "DE", value: germanVat(n) },
        address: { country: "DE", city: "Berlin" },
        notes: `${source} ${round}`,
      }));
      const { data, errors } = await admin.ask<Upserted>(
        `mutation ($input: UpsertCustomersInput!) { upsertCustomers(input: $input) { results { status record { id } issues { path code } } } }`,
        { input: { items } },
      );
      expect(errors).toBeUndefined();
      return data.upsertCustomers.results;
    };
    const made = await upsert("billing", 0);
    expect(new Set(made.map(({ status }) => status))).toEqual(new Set(["CREATED"]));
    const until = Date.now() + SECONDS * 1000;
    let round = 1;
    do {
      for (const source of ["support", "billing"]) {
        const results = await upsert(source, round);
        expect(results.filter(({ status }) => status !== "UPDATED")).toEqual([]);
        expect(results.map(({ record }) => record?.id)).toEqual(
          made.map(({ record }) => record?.id),
        );
      }
      round += 1;
    } while (Date.now() < until);
    await Promise.all([upsert("billing", round), upsert("support", round)]);
    for (const source of ["billing", "support"]) {
      const keys = numbers.map((n) => ({ externalId: { source, value: `${source}-${n}` } }));
      const { data, errors } = await customersBy(keys);
      expect(errors).toBeUndefined();
      expect(data.customersBy.map((customer) => customer?.id)).toEqual(
        made.map(({ record }) => record?.id),
      );
    }
    expect((await customerCount()) - countBefore).toBe(CUSTOMERS);
  },
  60_000 + SECONDS * 2_000,
);

const customerCount = async () =>
  (await server.db.row<{ count: number }>(sql`SELECT count(*)::int AS count FROM customers`))
    ?.count ?? 0;

// ISO 7064 MOD 11,10.
function germanVat(n: number): string {
  const digits = String(10_000_000 + n * 7);
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return `${digits}${(11 - product) % 10}`;
}

const customersBy = (keys: object[], caller = admin) =>
  caller.ask<{ customersBy: ({ id: string } | null)[] }>(
    "query ($keys: [CustomerKey!]!) { customersBy(keys: $keys) { id } }",
    { keys },
  );

test("customers are found by 1,000 keys of every sort at once, in one statement", async () => {
  const one = await makeCustomer(admin, {
    taxId: { country: "BR", value: "529.982.247-25" },
    email: "Ana@Example.com",
    externalIds: [{ source: "erp", value: "77" }],
  });
  const second = await makeCustomer(admin, { email: "ana@example.com" });
  const keys = [
    { number: second.number.toLowerCase() },
    { taxId: { country: "BR", value: "52998224725" } },
    { externalId: { source: "erp", value: "none" } },
    { externalId: { source: " erp ", value: "77" } },
    { email: "ANA@example.com" },
    { number: one.number },
  ];
  const few = await customersBy(keys);
  expect(few.data.customersBy.map((customer) => customer?.id)).toEqual([
    second.id,
    one.id,
    undefined,
    one.id,
    one.id,
    one.id,
  ]);
  const many = await customersBy(
    Array.from({ length: 1000 }, (_, n) => keys[n % keys.length] ?? {}),
  );
  expect(many.errors).toBeUndefined();
  expect(many.data.customersBy[999]).toEqual({ id: one.id });
  expect(statementsOf(many)).toBe(statementsOf(few));
  expect((await customersBy([])).data.customersBy).toEqual([]);
  expect(issuesOf(await customersBy(Array(1001).fill(keys[0])))).toEqual(["keys too_many"]);
  expect(issuesOf(await customersBy([{ number: "C-1" }, {}]))).toEqual(["keys.1 exactly_one"]);
});

test("1,000 records are found by their ids in as many statements as one of each kind", async () => {
  const ids = Array.from({ length: 50 }, (_, n) => ({ source: "bulk", value: String(n) }));
  const [deal, task] = [await makeDeal(admin, customerId), await makeTask(admin, customerId)];
  for (const { id } of [deal, task]) expect(codeOf(await add(id, ids))).toBe("OK");
  const keys = ids.flatMap((id) => [
    { recordType: "DEAL", ...id },
    { recordType: "TASK", ...id },
  ]);
  const lookUp = (wanted: object[]) =>
    admin.ask<{ nodesBy: ({ id: string } | null)[] }>(
      "query ($keys: [NodeKey!]!) { nodesBy(externalIds: $keys) { id } }",
      { keys: wanted },
    );
  const few = await lookUp(keys.slice(0, 2));
  const many = await lookUp(
    Array.from(
      { length: 1000 },
      (_, n) => keys[n % keys.length] ?? { recordType: "", source: "", value: "" },
    ),
  );
  expect(many.errors).toBeUndefined();
  expect(many.data.nodesBy[998]?.id).toBe(deal.id);
  expect(statementsOf(many)).toBe(statementsOf(few));
});

test("an id is the same however its accents are written", async () => {
  const [composed, decomposed] = ["São 7", "São 7"].map((value, index) =>
    value.normalize(index === 0 ? "NFC" : "NFD"),
  ) as [string, string];
  expect(composed).not.toBe(decomposed);
  const { id } = await makeCustomer(admin, {
    externalIds: [{ source: decomposed, value: decomposed }],
    tags: [decomposed],
  });
  const other = await makeCustomer(admin);
  for (const value of [composed, decomposed]) {
    const key = { source: value, value };
    expect(issuesOf(await add(other.id, [key]))).toEqual(["externalIds taken"]);
    const { data } = await admin.ask<Record<"one" | "all" | "nodes" | "tagged", unknown>>(
      `query ($key: CustomerKey!, $keys: [NodeKey!]!, $filter: CustomerFilter) {
        one: customerBy(key: $key) { id } all: customersBy(keys: [$key]) { id } nodes: nodesBy(externalIds: $keys) { id }
        tagged: customers(filter: $filter) { nodes { id } } }`,
      {
        key: { externalId: key },
        keys: [{ recordType: "CUSTOMER", ...key }],
        filter: { tags: [value] },
      },
    );
    expect(data).toEqual({
      one: { id },
      all: [{ id }],
      nodes: [{ id }],
      tagged: { nodes: [{ id }] },
    });
  }
});

test("a system is the same in whatever case its name is written", async () => {
  const value = "case-1";
  const { id } = await makeCustomer(admin, { externalIds: [{ source: "Billing", value }] });
  const other = await makeCustomer(admin);
  for (const source of ["billing", "BILLING", "Billing"]) {
    const key = { source, value };
    expect(issuesOf(await add(other.id, [key]))).toEqual(["externalIds taken"]);
    const { data, errors } = await admin.ask<object>(
      `query ($key: CustomerKey!, $keys: [NodeKey!]!) {
        one: customerBy(key: $key) { id } all: customersBy(keys: [$key]) { id } nodes: nodesBy(externalIds: $keys) { id } }`,
      { key: { externalId: key }, keys: [{ recordType: "CUSTOMER", ...key }] },
    );
    expect({ data, errors }).toEqual({
      data: { one: { id }, all: [{ id }], nodes: [{ id }] },
      errors: undefined,
    });
    // It stays as it was written first.
    expect((await add(id, [key])).data.addExternalIds.record.externalIds).toEqual([
      { source: "Billing", value },
    ]);
  }
  const twice = ["billing", "Billing"].map((source) => ({ source, value: "2" }));
  expect(issuesOf(await add(other.id, twice))).toEqual(["externalIds.1 repeated"]);
  const { data } = await admin.ask<Upserted>(
    `mutation ($input: UpsertCustomersInput!) { upsertCustomers(input: $input) { results { status record { id } } } }`,
    {
      input: {
        items: [
          { externalId: { source: "BILLING", value }, notes: "known" },
          { externalId: { source: "Erp", value: "e1" }, legalName: "Once" },
          { externalId: { source: "ERP", value: "e1" }, notes: "again" },
        ],
      },
    },
  );
  const [known, made, again] = data.upsertCustomers.results;
  expect(known?.record?.id).toBe(id);
  expect(again?.record?.id).toBe(made?.record?.id);
  const replaced = await admin.ask<{ updateCustomer: { customer: Identified } }>(
    `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { externalIds { source value } } } }`,
    { input: { id, version: 2, externalIds: [{ source: "billing", value: "new" }] } },
  );
  expect(replaced.data.updateCustomer.customer.externalIds).toEqual([
    { source: "billing", value: "new" },
  ]);
  expect((await remove(id, [{ source: "BILLING", value: "new" }])).data).toMatchObject({
    removeExternalIds: { record: { externalIds: [] } },
  });
});

test("ids of before, in two spellings of one system, come together without losing one", async () => {
  const { url, drop } = await freshDatabase();
  const database = await openDatabase({ url, log: pino({ level: "silent" }) });
  const runner = database.source.createQueryRunner();
  const migration = new SourcesWithoutCase1764000000154();
  try {
    await migration.down(runner);
    await runner.query(`
      INSERT INTO external_ids (record_type, record_id, source, value)
      SELECT 'Customer', ('00000000-0000-7000-8000-00000000000' || record)::uuid, source, value
      FROM (VALUES (1, 'Old', '1'), (1, 'old', '1'), (2, 'OLD', '1'), (2, 'OLD', '2'), (2, 'new', '1')) e (record, source, value)`);
    await runner.startTransaction();
    await migration.up(runner);
    await runner.commitTransaction();
    const rows = await database.db().rows<{ id: string }>(sql`
      SELECT concat_ws(' ', right(record_id::text, 1), lower(source), value, live) AS id FROM external_ids ORDER BY id`);
    expect(rows.map(({ id }) => id)).toEqual(["1 old 1 t", "2 new 1 t", "2 old 1 f", "2 old 2 t"]);
  } finally {
    await runner.release();
    await database.close();
    await drop();
  }
});
