import { makeContact } from "../src/features/contacts/contact.factory.js";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { planned, ran } from "../src/features/imports/import.factory.js";
import { merge } from "../src/features/merges/merge.factory.js";
import { type Answer, type Caller, startServer, type TestServer } from "./server.js";

const MOST = 500;

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

/** Makes a customer with so many people, the first of whom is in the trash. */
async function customerWith(people: number) {
  const made = await makeCustomer(admin);
  await server.asOwner(`
    INSERT INTO contacts (customer_id, name, deleted_at)
    SELECT '${made.id}', 'Person ' || to_char(n, '000'), CASE WHEN n = 0 THEN now() END
    FROM generate_series(0, ${people}) n`);
  return made;
}

const issuesOf = ({ errors }: Answer<unknown>) =>
  errors?.flatMap(({ extensions }) => extensions.issues ?? extensions.code);
const tooMany = (path: string) => [expect.objectContaining({ path, code: "too_many" })];

async function peopleOf(id: string, first?: number): Promise<string[]> {
  const { data } = await admin.ask<{ customer: { contacts: { name: string }[] } }>(
    "query ($id: ID!, $first: Int = 100) { customer(id: $id) { contacts(first: $first) { name } } }",
    { id, first },
  );
  return data.customer.contacts.map(({ name }) => name);
}

test("parts are in order, 100 unless more are requested, and all of them for 500", async () => {
  const { id } = await customerWith(MOST);
  const all = await peopleOf(id, MOST);
  expect(all).toHaveLength(MOST);
  expect(all).toEqual(all.toSorted());
  expect(await peopleOf(id)).toEqual(all.slice(0, 100));
  expect(await peopleOf(id, 3)).toEqual(all.slice(0, 3));
  expect(await peopleOf(id, 0)).toEqual([]);
  for (const first of [-1, MOST + 1]) {
    const refused = await admin.ask(
      "query ($id: ID!, $first: Int!) { customer(id: $id) { contacts(first: $first) { name } externalIds(first: $first) { value } addresses(first: $first) { city } merges(first: $first) { id } } }",
      { id, first },
    );
    const outOfRange = expect.objectContaining({ path: "first", code: "out_of_range" });
    expect(issuesOf(refused)).toEqual(Array(4).fill(outOfRange));
  }
});

describe("one part above the maximum is refused, however it is added", () => {
  test("by creating, restoring or merging; existing ones can be changed", async () => {
    const full = await customerWith(MOST);
    const create = await admin.ask(
      "mutation ($input: CreateContactInput!) { createContact(input: $input) { contact { id } } }",
      { input: { customerId: full.id, name: "One more" } },
    );
    expect(issuesOf(create)).toEqual(tooMany("contacts"));
    const { rows } = await server.app.database.pool.query(
      "SELECT id, deleted_at IS NULL AS live FROM contacts WHERE customer_id = $1 ORDER BY deleted_at NULLS LAST LIMIT 2",
      [full.id],
    );
    const [trashed, live] = rows;
    const restore = await admin.ask(
      "mutation ($id: ID!) { restoreContact(input: { id: $id }) { contact { id } } }",
      { id: trashed.id },
    );
    expect(issuesOf(restore)).toEqual(tooMany("contacts"));
    const update = await admin.ask(
      'mutation ($id: ID!) { updateContact(input: { id: $id, version: 1, jobTitle: "Director" }) { contact { version } } }',
      { id: live.id },
    );
    expect(update.errors).toBeUndefined();
    const other = await customerWith(1);
    expect(issuesOf(await merge(admin, full, [other.id]))).toEqual(tooMany("contacts"));
    expect(await peopleOf(other.id)).toHaveLength(1);
    expect(await peopleOf(full.id, MOST)).toHaveLength(MOST);
  });

  test("by two concurrent writes", async () => {
    const { id } = await customerWith(MOST - 1);
    const both = await Promise.allSettled([makeContact(admin, id), makeContact(admin, id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await peopleOf(id, MOST)).toHaveLength(MOST);
  });

  test("as an address, the main one among them, and as an id in another system", async () => {
    const { id } = await makeCustomer(admin);
    await server.asOwner(`
      INSERT INTO addresses (customer_id, kind, country) SELECT '${id}', 'DELIVERY', 'BR' FROM generate_series(2, ${MOST});
      INSERT INTO external_ids (record_type, record_id, source, value) SELECT 'Customer', '${id}', 'old', n FROM generate_series(1, ${MOST}) n`);
    const { data } = await admin.ask<{ customer: { addresses: { kind: string }[] } }>(
      `query ($id: ID!) { customer(id: $id) { addresses(first: ${MOST}) { kind } } }`,
      { id },
    );
    expect(data.customer.addresses).toHaveLength(MOST);
    expect(data.customer.addresses[0]?.kind).toBe("MAIN");
    const create = await admin.ask(
      "mutation ($input: CreateAddressInput!) { createAddress(input: $input) { address { city } } }",
      { input: { customerId: id, kind: "BILLING", city: "Recife", country: "BR" } },
    );
    expect(issuesOf(create)).toEqual(tooMany("addresses"));
    const { number } = await admin
      .ask<{ customer: { number: string } }>("query ($id: ID!) { customer(id: $id) { number } }", {
        id,
      })
      .then((answer) => answer.data.customer);
    expect(
      await outcomesOf(
        "CUSTOMER",
        `Number,Legal name,External ID\n${number},Padaria São João Ltda,new-1\n`,
      ),
    ).toEqual([["FAILED", "too_many_parts"]]);
  });

  test.each([3, 30])("by %d rows of a sheet: each row that is too many says so", async (rows) => {
    const { number, id } = await customerWith(MOST - 1);
    const lines = Array.from({ length: rows }, (_, n) => `${number},New ${n}`);
    const outcomes = await outcomesOf("CONTACT", `Customer number,Name\n${lines.join("\n")}\n`);
    expect(outcomes).toEqual([
      ["CREATED", undefined],
      ...Array(rows - 1).fill(["FAILED", "too_many_parts"]),
    ]);
    expect(await peopleOf(id, MOST)).toHaveLength(MOST);
  });
});

/** Imports a sheet; what became of each row, and what it says. */
async function outcomesOf(kind: string, csv: string): Promise<(string | undefined)[][]> {
  const { id } = await planned(admin, "rows.csv", csv, kind);
  await admin.ask("mutation ($id: ID!) { runImport(input: { id: $id }) { import { id } } }", {
    id,
  });
  await ran(admin, id);
  const { data } = await admin.ask<{
    import: { rows: { nodes: { outcome: string; issues: { code: string }[] }[] } };
  }>(
    "query ($id: ID!) { import(id: $id) { rows(first: 100) { nodes { outcome issues { code } } } } }",
    { id },
  );
  return data.import.rows.nodes.map(({ outcome, issues }) => [outcome, issues.at(-1)?.code]);
}
