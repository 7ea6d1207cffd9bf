import sql, { raw, type Sql } from "sql-template-tag";
import { limitedPerson } from "../../../test/recordAccess/limitedPeople.js";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { codeOf } from "../../../test/support/refusals.js";
import { registry } from "../../features.js";
import { tableOf } from "../../platform/database/columns.js";
import { makeContact } from "../contacts/contact.factory.js";
import { makeConversation } from "../conversations/conversation.factory.js";
import { makeCreditNote } from "../creditNotes/creditNote.factory.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { makeDeal } from "../deals/deal.factory.js";
import { makeFile } from "../files/file.factory.js";
import { makeInvoice } from "../invoices/invoice.factory.js";
import { makeNote } from "../notes/note.factory.js";
import { makeOrder } from "../orders/order.factory.js";
import { makeProject } from "../projects/project.factory.js";
import { makeQuote } from "../quotes/quote.factory.js";
import { makeTask } from "../tasks/task.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

interface Result {
  type: string;
  title: string;
  excerpt: string | null;
  record: { id: string } | null;
  customer: { displayName: string } | null;
}

const answerTo = (caller: Caller, text: string, more: Record<string, unknown> = {}) =>
  caller.ask<{ search: { nodes: Result[] } }>(
    `query ($text: String!, $first: Int, $types: [RecordType!]) {
      search(text: $text, first: $first, types: $types) {
        nodes { type title excerpt record { id } customer { displayName } }
      }
    }`,
    { text, ...more },
  );

async function resultsOf(caller: Caller, text: string, more?: Record<string, unknown>) {
  const { data, errors } = await answerTo(caller, text, more);
  expect(errors).toBeUndefined();
  return data.search.nodes;
}

const titlesOf = async (caller: Caller, text: string, more?: Record<string, unknown>) =>
  (await resultsOf(caller, text, more)).map(({ title }) => title);

test("finds a record of every kind by a part of what it is called, without accents", async () => {
  const { id } = await makeCustomer(admin, { legalName: "Olaria Quixadá Ltda" });
  const made = [
    await makeContact(admin, id, { name: "Ana Quixadá" }),
    await makeProject(admin, id, { name: "Forno de Quixadá" }),
    await makeTask(admin, id, { title: "Ligar para Quixadá" }),
    await makeDeal(admin, id, { title: "Telhas quixadá" }),
    await makeFile(admin, "text", "quixada.txt", id),
    await makeNote(admin, id, { text: "O forno fica em Quixadá" }),
    await makeConversation(admin, id, { subject: "Visita", text: "Vamos a Quixadá" }),
  ];
  const results = await resultsOf(admin, "QUIXADA");
  expect(results.map(({ record }) => record?.id).toSorted()).toEqual(
    [id, ...made.map((one) => one.id)].toSorted(),
  );
  expect(results.map(({ type }) => type).toSorted()).toEqual(
    ["CONTACT", "CONVERSATION", "CUSTOMER", "DEAL", "FILE", "NOTE", "PROJECT", "TASK"].toSorted(),
  );
  expect(new Set(results.map(({ customer }) => customer?.displayName))).toEqual(
    new Set(["Olaria Quixadá Ltda"]),
  );
});

test("shows of a long text what stands around the word", async () => {
  const { id } = await makeCustomer(admin);
  const words = (count: number) => Array.from({ length: count }, () => "lorem").join(" ");
  await makeNote(admin, id, { text: `Title\n${words(300)} o Jequitibá\nfloresceu ${words(300)}` });
  const [{ title, excerpt } = { title: "", excerpt: "" }] = await resultsOf(admin, "jequitiba");
  expect(title).toBe("Title");
  expect(excerpt).toMatch(/^….* o Jequitibá floresceu lorem.*…$/);
  expect(excerpt?.length).toBeLessThan(170);
});

test("finds documents by their numbers, exact ones first", async () => {
  const { id } = await makeCustomer(admin, { legalName: "Numerada" });
  const documents = [
    await makeQuote(admin, id),
    await makeOrder(admin, id),
    await makeInvoice(admin, id),
    await makeCreditNote(admin, id),
  ];
  for (const { id: documentId } of documents) {
    const { data } = await admin.ask<{ node: { number: string } }>(
      "query ($id: ID!) { node(id: $id) { ... on Quote { number } ... on Order { number } ... on Invoice { number } ... on CreditNote { number } } }",
      { id: documentId },
    );
    const [first] = await resultsOf(admin, data.node.number.toLowerCase());
    expect(first).toMatchObject({ title: data.node.number, record: { id: documentId } });
  }
});

test("lists what the text names, then what begins with it, then a word of it, then a part", async () => {
  for (const legalName of ["Abelardo Zorzal", "Superzorzal", "Zorzalito", "Zorzal"])
    await makeCustomer(admin, { legalName });
  expect(await titlesOf(admin, "zorzal")).toEqual([
    "Zorzal",
    "Zorzalito",
    "Abelardo Zorzal",
    "Superzorzal",
  ]);
  expect(await titlesOf(admin, "zorzal", { first: 2 })).toEqual(["Zorzal", "Zorzalito"]);
});

test("finds by other texts, and says which one", async () => {
  const customer = await makeCustomer(admin, {
    legalName: "Vidraçaria Lume",
    taxId: { country: "BR", value: "11.222.333/0001-81" },
  });
  await makeContact(admin, customer.id, {
    name: "Rui",
    email: "rui@lume-vidros.example",
    phone: "+5511987654321",
  });
  const excerpt = async (text: string) =>
    (await resultsOf(admin, text)).map((one) => [one.title, one.excerpt]);
  expect(await excerpt("11.222.333/0001-81")).toEqual([["Vidraçaria Lume", "11222333000181"]]);
  expect(await excerpt("lume-vidros")).toEqual([["Rui", "rui@lume-vidros.example"]]);
  expect(await excerpt("98765-4321")).toEqual([["Rui", "+5511987654321"]]);
  expect(await excerpt("vidraçaria")).toEqual([["Vidraçaria Lume", null]]);
});

test("one or two letters find what begins with them", async () => {
  await makeCustomer(admin, { legalName: "Ypê", tradeName: "Ýx" });
  expect(await titlesOf(admin, "y")).toEqual(["Ýx"]);
  expect(await titlesOf(admin, "yp")).toEqual(["Ýx"]);
  expect(await titlesOf(admin, "pê")).toEqual([]);
});

test("nothing is found that is in the trash, nor by a text of spaces", async () => {
  const { id } = await makeCustomer(admin, { legalName: "Some Kwijibo" });
  await makeProject(admin, id, { name: "Kwijibo" });
  expect(await titlesOf(admin, "kwijibo")).toHaveLength(2);
  await admin.ask("mutation ($id: ID!) { deleteCustomers(input: { ids: [$id] }) { __typename } }", {
    id,
  });
  expect(await titlesOf(admin, "kwijibo")).toEqual([]);
  expect(await titlesOf(admin, "  ")).toEqual([]);
});

test("signs that mean something in patterns are taken as they are", async () => {
  const { id } = await makeCustomer(admin, { legalName: "100% Puro" });
  await makeProject(admin, id, { name: "a_b\\c" });
  expect(await titlesOf(admin, "100%")).toEqual(["100% Puro"]);
  expect(await titlesOf(admin, "a_b\\c")).toEqual(["a_b\\c"]);
  expect(await titlesOf(admin, "axb")).toEqual([]);
});

test("finds only what the caller may read, and refuses types that they may not", async () => {
  const { id } = await makeCustomer(admin, { legalName: "Xexéu" });
  await makeInvoice(admin, id, { number: "XEXEU-1", kind: "PURCHASE" });
  const projects = await server.signIn("projects");
  expect(await titlesOf(admin, "xexeu")).toEqual(["Xexéu", "XEXEU-1"]);
  expect(await titlesOf(projects, "xexeu")).toEqual(["Xexéu"]);
  expect(codeOf(await answerTo(projects, "xexeu", { types: ["INVOICE"] }))).toBe("FORBIDDEN");
  expect(await titlesOf(admin, "xexeu", { types: ["INVOICE"] })).toEqual(["XEXEU-1"]);
});

test("somebody who sees their own customers alone finds nothing of others, but for tasks that are theirs", async () => {
  const own = await limitedPerson(server, "OWN");
  const hidden = await makeCustomer(admin, { legalName: "Hidden Wombat" });
  const mine = await makeCustomer(admin, { legalName: "My Wombat", ownerId: own.userId });
  await makeContact(admin, hidden.id, { name: "Hidden Wombat's Ana" });
  await makeTask(admin, hidden.id, { title: "Hidden wombat task" });
  await makeTask(admin, hidden.id, { title: "Wombat for me", assigneeId: own.userId });
  const results = await resultsOf(own, "wombat");
  expect(results).toEqual([
    expect.objectContaining({ title: "Wombat for me", customer: null }),
    expect.objectContaining({ title: "My Wombat", record: { id: mine.id } }),
  ]);
});

test("says what is wrong with what is asked", async () => {
  expect(codeOf(await answerTo(admin, "x".repeat(201)))).toBe("VALIDATION_FAILED");
  expect(codeOf(await answerTo(admin, "x", { first: 51 }))).toBe("VALIDATION_FAILED");
  expect(codeOf(await answerTo(admin, "x", { first: -1 }))).toBe("VALIDATION_FAILED");
  expect(codeOf(await answerTo(admin, "x", { types: ["USER"] }))).toBe("VALIDATION_FAILED");
});

test("each kind's titles and texts are found by an index", async () => {
  for (let count = 0; count < 4; count += 1) {
    const { id } = await makeCustomer(admin, { legalName: `Indexed ${count}` });
    for (const make of [
      makeContact,
      makeProject,
      makeTask,
      makeDeal,
      makeQuote,
      makeOrder,
      makeInvoice,
      makeCreditNote,
      makeNote,
      makeConversation,
    ])
      await make(admin, id);
    await makeFile(admin, "text", "text.txt", id);
  }
  await server.asOwner("ANALYZE");
  await server.db.transaction(async (db) => {
    // Whatever reads more rows than match costs too much.
    await db.execute(sql`SET LOCAL cpu_tuple_cost = 1000`);
    await db.execute(sql`SET LOCAL enable_seqscan = off`);
    await db.execute(sql`SET LOCAL enable_sort = off`);
    const planOf = async (type: new () => object, where: Sql) => {
      const table = raw(`"${tableOf(type)}"`);
      const rows = await db.rows<{ "QUERY PLAN": string }>(
        sql`EXPLAIN SELECT r.id FROM ${table} r WHERE r.deleted_at IS NULL AND ${where}`,
      );
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    };
    for (const { type, prefixKeys, text } of registry.searchKinds) {
      for (const { key, where = sql`true` } of prefixKeys)
        expect(
          await planOf(type, sql`${where} AND ${key} >= 'ab' AND ${key} < 'ac' ORDER BY ${key}`),
        ).toMatch(/Index Cond: \(\(.* >= 'ab'/);
      expect(await planOf(type, sql`${text} LIKE '%abc%'`)).toMatch(
        /Index Cond: \([\s\S]* ~~ '%abc%'/,
      );
    }
  });
});
