import { type Answer, type Caller, startServer, type TestServer } from "../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../test/support/refusals.js";
import { makeContact } from "../contacts/contact.factory.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { makeConversation } from "./conversation.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const FIELDS = `id version kind occurredAt subject text outcome contactIds contacts { name }
  createdBy { id } customer { id }`;
const CREATE = `mutation ($input: CreateConversationInput!) {
  createConversation(input: $input) { conversation { ${FIELDS} } }
}`;
const UPDATE = `mutation ($input: UpdateConversationInput!) {
  updateConversation(input: $input) { conversation { ${FIELDS} } }
}`;
const LIST = `query ($id: ID!, $filter: ConversationFilter) {
  customer(id: $id) {
    conversations(filter: $filter) { totalCount nodes { subject } }
    lastConversation { subject }
  }
}`;

interface Listed {
  customer: {
    conversations: { totalCount: number; nodes: { subject: string | null }[] };
    lastConversation: { subject: string | null } | null;
  };
}
interface Conversation {
  id: string;
  version: number;
  [field: string]: unknown;
}

const statementsOf = ({ headers }: Answer<unknown>) =>
  Number(/desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1]);

async function subjectsOf(id: string, filter: object): Promise<(string | null)[]> {
  const { data, errors } = await admin.ask<Listed>(LIST, { id, filter });
  expect(errors).toBeUndefined();
  return data.customer.conversations.nodes.map(({ subject }) => subject);
}

test("a conversation has a kind, a time, people, a text and an outcome", async () => {
  const { id } = await makeCustomer(admin);
  const ana = await makeContact(admin, id, { name: "Ana" });
  const { data, errors } = await admin.ask<{ createConversation: { conversation: Conversation } }>(
    CREATE,
    {
      input: {
        customerId: id,
        kind: "EMAIL",
        occurredAt: "2025-05-06T10:00:00-03:00",
        subject: "Orçamento",
        text: "Bom dia,\r\nsegue.",
        outcome: "Vai responder amanhã",
        contactIds: [ana.id, ana.id],
      },
    },
  );
  expect(errors).toBeUndefined();
  expect(data.createConversation.conversation).toMatchObject({
    version: 1,
    kind: "EMAIL",
    occurredAt: "2025-05-06T13:00:00.000Z",
    subject: "Orçamento",
    text: "Bom dia,\nsegue.",
    outcome: "Vai responder amanhã",
    contactIds: [ana.id],
    contacts: [{ name: "Ana" }],
    createdBy: { id: admin.userId },
    customer: { id },
  });
});

test("conversations are listed by when they were, and the latest is the customer's last one", async () => {
  const { id } = await makeCustomer(admin);
  const none = await admin.ask<Listed>(LIST, { id });
  expect(none.data.customer).toMatchObject({
    lastConversation: null,
    conversations: { totalCount: 0 },
  });
  const ana = await makeContact(admin, id, { name: "Ana" });
  const said = (subject: string, day: number, input: object = {}) =>
    makeConversation(admin, id, { subject, occurredAt: `2025-05-0${day}T10:00:00Z`, ...input });
  await said("second", 2, { kind: "MEETING", contactIds: [ana.id] });
  await said("third", 3, { kind: "MESSAGE", outcome: "Combinado às 15h" });
  await said("first", 1);
  const { data } = await admin.ask<Listed>(LIST, { id });
  expect(data.customer.conversations.nodes.map(({ subject }) => subject)).toEqual([
    "third",
    "second",
    "first",
  ]);
  expect(data.customer.lastConversation).toEqual({ subject: "third" });
  expect(await subjectsOf(id, { kind: ["CALL", "MEETING"] })).toEqual(["second", "first"]);
  expect(await subjectsOf(id, { contactId: ana.id })).toEqual(["second"]);
  expect(await subjectsOf(id, { search: "combinado as" })).toEqual(["third"]);
});

test("it is changed at the version that was read", async () => {
  const { id } = await makeCustomer(admin);
  const ana = await makeContact(admin, id);
  const made = await makeConversation(admin, id, { contactIds: [ana.id], outcome: "x" });
  const change = (version: number, input: object) =>
    admin.ask<{ updateConversation: { conversation: Conversation } }>(UPDATE, {
      input: { id: made.id, version, ...input },
    });
  const changed = await change(1, { kind: "MEETING", outcome: null, contactIds: null });
  expect(changed.data.updateConversation.conversation).toMatchObject({
    version: 2,
    kind: "MEETING",
    outcome: null,
    contactIds: [],
    text: "Pediu um novo orçamento",
  });
  expect(codeOf(await change(1, { outcome: "late" }))).toBe("CONFLICT");
});

test("wrong values are refused by their paths", async () => {
  const { id } = await makeCustomer(admin);
  const stranger = await makeContact(admin, (await makeCustomer(admin)).id);
  const create = async (input: object) =>
    issuesOf(await admin.ask(CREATE, { input: { customerId: id, kind: "CALL", ...input } }));
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  expect(await create({ occurredAt: tomorrow })).toEqual(["occurredAt in_the_future"]);
  expect(await create({ occurredAt: "1800-01-01T00:00:00Z" })).toEqual(["occurredAt invalid_date"]);
  expect(await create({ contactIds: [stranger.id, NO_ID, "x"] })).toEqual([
    "contactIds.2 invalid_id",
  ]);
  expect(await create({ contactIds: [stranger.id, NO_ID] })).toEqual([
    "contactIds.0 unknown_contact",
    "contactIds.1 unknown_contact",
  ]);
  expect(await create({ text: "x".repeat(10_001), outcome: "x".repeat(501) })).toEqual([
    "text too_long",
    "outcome too_long",
  ]);
});

test("people who were deleted meanwhile no longer show, and do not hinder a change", async () => {
  const { id } = await makeCustomer(admin);
  const ana = await makeContact(admin, id, { name: "Ana" });
  const made = await makeConversation(admin, id, { contactIds: [ana.id] });
  await admin.ask("mutation ($id: ID!) { deleteContact(input: { id: $id }) { contact { id } } }", {
    id: ana.id,
  });
  const { data, errors } = await admin.ask<{ updateConversation: { conversation: Conversation } }>(
    UPDATE,
    { input: { id: made.id, version: 1, outcome: "done", contactIds: [ana.id] } },
  );
  expect(errors).toBeUndefined();
  expect(data.updateConversation.conversation).toMatchObject({
    contactIds: [ana.id],
    contacts: [],
  });
});

test("the last conversations and notes of many customers take as many statements as of one", async () => {
  for (let number = 0; number < 3; number += 1) {
    const { id } = await makeCustomer(admin);
    const ana = await makeContact(admin, id);
    await makeConversation(admin, id, { contactIds: [ana.id] });
  }
  const ask = (first: number) =>
    admin.ask(
      `query ($first: Int!) { customers(first: $first) { nodes {
        lastConversation { occurredAt createdBy { name } contacts { name } }
        noteEntries(first: 2) { nodes { text createdBy { name } mentions { name } } }
      } } }`,
      { first },
    );
  const one = await ask(1);
  const many = await ask(20);
  expect(many.errors).toBeUndefined();
  expect(statementsOf(many)).toBe(statementsOf(one));
});

test("a conversation that is logged is a customer's last activity", async () => {
  const { id } = await makeCustomer(admin);
  const lastActivity = async () => {
    const { data } = await admin.ask<{ customer: { summary: { lastActivityAt: string } } }>(
      "query ($id: ID!) { customer(id: $id) { summary { lastActivityAt } } }",
      { id },
    );
    return Date.parse(data.customer.summary.lastActivityAt);
  };
  const before = await lastActivity();
  await makeConversation(admin, id);
  expect(await lastActivity()).toBeGreaterThan(before);
});
