import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../test/support/refusals.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { makeContact } from "./contact.factory.js";

let server: TestServer;
let sales: Caller;
beforeAll(async () => {
  server = await startServer();
  sales = await server.signIn("sales");
});
afterAll(() => server.close());

const PEOPLE = `query ($id: ID!) { customer(id: $id) {
  contacts { name jobTitle email phone isPrimary version customer { id } }
} }`;
const UPDATE = `mutation ($input: UpdateContactInput!) { updateContact(input: $input) { contact { id version name notes isPrimary } } }`;
const DELETE = `mutation ($input: DeleteInput!) { deleteContact(input: $input) { contact { id } } }`;
const RESTORE = `mutation ($input: RestoreInput!) { restoreContact(input: $input) { contact { id isPrimary } } }`;
const CREATE = `mutation ($input: CreateContactInput!) { createContact(input: $input) { contact { id } } }`;

async function peopleOf(customerId: string) {
  const { data } = await sales.ask<{
    customer: { contacts: { name: string; isPrimary: boolean; version: number }[] };
  }>(PEOPLE, { id: customerId });
  return data.customer.contacts;
}
const namesOf = async (customerId: string) =>
  (await peopleOf(customerId)).map(({ name, isPrimary }) => (isPrimary ? `${name}*` : name));

test("contacts are listed by name with the primary one first, normalised, and lead back to the customer", async () => {
  const { id } = await makeCustomer(sales);
  await makeContact(sales, id, { name: "Álvaro" });
  await makeContact(sales, id, {
    name: "  Zélia ",
    jobTitle: "Compras",
    email: "Zelia@EXAMPLE.com",
    phone: "(11) 98765-4321",
    isPrimary: true,
  });
  await makeContact(sales, id, { name: "bruno" });
  expect(await namesOf(id)).toEqual(["Zélia*", "Álvaro", "bruno"]);
  expect((await peopleOf(id))[0]).toEqual({
    name: "Zélia",
    jobTitle: "Compras",
    email: "Zelia@example.com",
    phone: "+5511987654321",
    isPrimary: true,
    version: 1,
    customer: { id },
  });
});

test("a new primary contact replaces the previous one, and the history records both", async () => {
  const { id } = await makeCustomer(sales);
  const ana = await makeContact(sales, id, { name: "Ana", isPrimary: true });
  const rui = await makeContact(sales, id, { name: "Rui" });
  await sales.ask(UPDATE, { input: { id: rui.id, version: 1, isPrimary: true } });
  expect(await namesOf(id)).toEqual(["Rui*", "Ana"]);
  await makeContact(sales, id, { name: "Eva", isPrimary: true });
  expect(await namesOf(id)).toEqual(["Eva*", "Ana", "Rui"]);
  const history = await server.app.database.pool.query(
    "SELECT changes FROM activity WHERE record_id = $1 AND action = 'updated'",
    [ana.id],
  );
  expect(history.rows).toEqual([{ changes: [{ field: "isPrimary", old: true, new: false }] }]);
});

test("20 people made primary at once leave one primary", async () => {
  const { id } = await makeCustomer(sales);
  const people = await Promise.all(
    Array.from({ length: 10 }, (_, n) => makeContact(sales, id, { name: `Person ${n}` })),
  );
  const answers = await Promise.all([
    ...people.map((one) =>
      sales.ask(UPDATE, { input: { id: one.id, version: 1, isPrimary: true } }),
    ),
    ...people.map((_, n) =>
      sales.ask(CREATE, { input: { customerId: id, name: `New ${n}`, isPrimary: true } }),
    ),
  ]);
  expect(answers.map(codeOf)).toEqual(Array(20).fill("OK"));
  expect((await peopleOf(id)).filter((one) => one.isPrimary)).toHaveLength(1);
});

test("a deleted person is gone everywhere and comes back, not taking the primary place", async () => {
  const { id } = await makeCustomer(sales);
  const ana = await makeContact(sales, id, { name: "Ana", isPrimary: true });
  expect(codeOf(await sales.ask(DELETE, { input: { id: ana.id, version: 1 } }))).toBe("OK");
  expect(await namesOf(id)).toEqual([]);
  const NODE = `query ($id: ID!) { node(id: $id) { id } }`;
  expect((await sales.ask(NODE, { id: ana.id })).data).toEqual({ node: null });
  expect(codeOf(await sales.ask(DELETE, { input: { id: ana.id } }))).toBe("NOT_FOUND");

  await makeContact(sales, id, { name: "Rui", isPrimary: true });
  expect((await sales.ask(RESTORE, { input: { id: ana.id } })).data).toEqual({
    restoreContact: { contact: { id: ana.id, isPrimary: false } },
  });
  expect(await namesOf(id)).toEqual(["Rui*", "Ana"]);
  expect(codeOf(await sales.ask(RESTORE, { input: { id: ana.id } }))).toBe("NOT_FOUND");
  const history = await server.app.database.pool.query(
    "SELECT action FROM activity WHERE record_id = $1 ORDER BY id",
    [ana.id],
  );
  expect(history.rows.map((row) => row.action)).toEqual([
    "created",
    "deleted",
    "updated",
    "restored",
  ]);
});

test("after 30 days in the trash nothing comes back", async () => {
  const { id } = await makeCustomer(sales);
  const ana = await makeContact(sales, id);
  await sales.ask(DELETE, { input: { id: ana.id } });
  await server.app.database.pool.query(
    "UPDATE contacts SET deleted_at = deleted_at - interval '30 days' WHERE id = $1",
    [ana.id],
  );
  expect(codeOf(await sales.ask(RESTORE, { input: { id: ana.id } }))).toBe("NOT_FOUND");
});

test("people of a deleted customer cannot be reached", async () => {
  const { id } = await makeCustomer(sales);
  const ana = await makeContact(sales, id);
  await server.app.database.pool.query("UPDATE customers SET deleted_at = now() WHERE id = $1", [
    id,
  ]);
  const NODE = `query ($id: ID!) { node(id: $id) { id } }`;
  expect((await sales.ask(NODE, { id: ana.id })).data).toEqual({ node: null });
  const edit = { input: { id: ana.id, version: 1, name: "Eve" } };
  expect(codeOf(await sales.ask(UPDATE, edit))).toBe("NOT_FOUND");
  expect(codeOf(await sales.ask(DELETE, { input: { id: ana.id } }))).toBe("NOT_FOUND");
});

test("refuses what is wrong, stale, unknown or not allowed", async () => {
  const { id } = await makeCustomer(sales);
  const ana = await makeContact(sales, id, { notes: "Old" });
  const wrong = { customerId: id, name: " ", email: "nobody", phone: "x" };
  expect(issuesOf(await sales.ask(CREATE, { input: wrong }))).toEqual([
    "name required",
    "email invalid_email",
    "phone invalid_phone",
  ]);
  expect(issuesOf(await sales.ask(UPDATE, { input: { ...ana, name: null } }))).toEqual([
    "name required",
  ]);
  const long = await sales.ask(CREATE, { input: { customerId: id, name: "x".repeat(201) } });
  expect(long.errors?.[0]?.message).toContain("is too long (at most 200)");
  expect(codeOf(await sales.ask(CREATE, { input: { customerId: NO_ID, name: "A" } }))).toBe(
    "NOT_FOUND",
  );
  const cleared = await sales.ask(UPDATE, { input: { ...ana, notes: null } });
  expect(cleared.data).toMatchObject({ updateContact: { contact: { notes: null, version: 2 } } });
  const stale = await sales.ask(UPDATE, { input: { ...ana, name: "Other" } });
  expect(stale.errors?.[0]?.extensions).toMatchObject({
    code: "CONFLICT",
    fields: ["name"],
    current: { id: ana.id, version: 2 },
  });
  expect(codeOf(await sales.ask(DELETE, { input: { id: ana.id, version: 1 } }))).toBe("CONFLICT");

  const projects = await server.signIn("projects");
  for (const answer of [
    await projects.ask(CREATE, { input: { customerId: id, name: "A" } }),
    await projects.ask(UPDATE, { input: { ...ana, name: "A" } }),
    await projects.ask(DELETE, { input: { id: ana.id } }),
    await projects.ask(RESTORE, { input: { id: ana.id } }),
  ]) {
    expect(codeOf(answer)).toBe("FORBIDDEN");
  }
  expect(codeOf(await projects.ask(PEOPLE, { id }))).toBe("OK");
});
