import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";
import { type Answer, type Caller, startServer, type TestServer } from "../../../test/server.js";
import { codeOf } from "../../../test/support/refusals.js";
import { registry } from "../../features.js";
import { makeContact } from "../contacts/contact.factory.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { makeDeal } from "../deals/deal.factory.js";
import { makeFile } from "../files/file.factory.js";
import { makeProject } from "../projects/project.factory.js";
import { makeTask } from "../tasks/task.factory.js";

let server: TestServer;
let admin: Caller;
beforeEach(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterEach(() => server.close());

interface Deleted {
  id: string;
  recordType: string;
  name: string | null;
  customer: { id: string } | null;
}
interface Trash {
  deletedRecords: {
    totalCount: number;
    nodes: Deleted[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const trashOf = (caller: Caller, variables: Record<string, unknown> = {}): Promise<Answer<Trash>> =>
  caller.ask<Trash>(
    `query ($first: Int, $after: String, $recordType: [RecordType!]) {
      deletedRecords(first: $first, after: $after, filter: { recordType: $recordType }) {
        totalCount nodes { id recordType name deletedAt customer { id } } pageInfo { hasNextPage endCursor }
      }
    }`,
    variables,
  );

async function namesIn(caller: Caller, recordType?: string[]): Promise<(string | null)[]> {
  const { data, errors } = await trashOf(caller, { recordType });
  expect(errors).toBeUndefined();
  expect(data.deletedRecords.nodes).toHaveLength(data.deletedRecords.totalCount);
  return data.deletedRecords.nodes.map(({ name }) => name);
}

async function remove(type: string, id: string): Promise<void> {
  const mutation = `mutation ($id: ID!) { delete${type}(input: { id: $id }) { __typename } }`;
  expect((await admin.ask(mutation, { id })).errors).toBeUndefined();
}

async function removeCustomer(id: string): Promise<void> {
  const mutation = "mutation ($id: ID!) { deleteCustomers(input: { ids: [$id] }) { __typename } }";
  expect((await admin.ask(mutation, { id })).errors).toBeUndefined();
}

const statementsOf = ({ headers }: Answer<unknown>) =>
  Number(/desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1]);

test("every kind of record that can be restored is in the trash", () => {
  const restorable = Object.entries(RECORD_KINDS).flatMap(([type, { actions }]) =>
    (actions as readonly string[]).includes("restored") ? [type] : [],
  );
  const listed = registry.trashKinds.map(({ recordType }) => recordType);
  expect([...listed].sort()).toEqual(restorable.sort());
});

test("it lists deleted records of all kinds, deleted last first, page by page and by type", async () => {
  const { id } = await makeCustomer(admin);
  const bakery = await makeCustomer(admin, { legalName: "Padaria Aurora" });
  const deal = await makeDeal(admin, id, { title: "Reforma" });
  const contact = await makeContact(admin, id, { name: "Ana Souza" });
  const file = await makeFile(admin, "x", "contrato.txt", id);
  await remove("Deal", deal.id);
  await removeCustomer(bakery.id);
  await remove("Contact", contact.id);
  await remove("File", file.id);
  expect(await namesIn(admin)).toEqual(["contrato.txt", "Ana Souza", "Padaria Aurora", "Reforma"]);
  expect(await namesIn(admin, ["DEAL", "CONTACT"])).toEqual(["Ana Souza", "Reforma"]);

  const seen: Deleted[] = [];
  let after: string | null = null;
  do {
    const { data }: Answer<Trash> = await trashOf(admin, { first: 3, after });
    seen.push(...data.deletedRecords.nodes);
    after = data.deletedRecords.pageInfo.hasNextPage
      ? data.deletedRecords.pageInfo.endCursor
      : null;
  } while (after !== null);
  expect(seen.map(({ recordType, customer }) => [recordType, customer?.id ?? null])).toEqual([
    ["FILE", id],
    ["CONTACT", id],
    ["CUSTOMER", null],
    ["DEAL", id],
  ]);

  await admin.ask("mutation ($id: ID!) { restoreFile(input: { id: $id }) { file { id } } }", {
    id: file.id,
  });
  expect(await namesIn(admin)).toEqual(["Ana Souza", "Padaria Aurora", "Reforma"]);
});

test("what comes back with its customer or project is not listed, and neither is what is too old", async () => {
  const { id } = await makeCustomer(admin, { legalName: "Mercado" });
  const project = await makeProject(admin, id, { name: "Loja nova" });
  const earlier = await makeTask(admin, id, { title: "Antes", projectId: project.id });
  await makeTask(admin, id, { title: "Com o projeto", projectId: project.id });
  await remove("Task", earlier.id);
  await remove("Project", project.id);
  expect(await namesIn(admin)).toEqual(["Loja nova", "Antes"]);
  await removeCustomer(id);
  expect(await namesIn(admin)).toEqual(["Mercado"]);
  await server.app.database.pool.query(
    "UPDATE customers SET deleted_at = now() - interval '31 days' WHERE id = $1",
    [id],
  );
  expect(await namesIn(admin)).toEqual([]);
});

test("callers see what they may restore, and are refused types of which they may restore nothing", async () => {
  const sales = await server.signIn("sales");
  const { id } = await makeCustomer(admin);
  const deal = await makeDeal(admin, id, { title: "Negócio" });
  const own = await makeTask(admin, id, { title: "Minha", assigneeId: sales.userId });
  const others = await makeTask(admin, id, { title: "De outra pessoa" });
  const project = await makeProject(admin, id, { name: "Projeto" });
  for (const address of ["BILLING", "DELIVERY"]) {
    const { data } = await admin.ask<{ createAddress: { address: { id: string } } }>(
      "mutation ($input: CreateAddressInput!) { createAddress(input: $input) { address { id } } }",
      { input: { customerId: id, kind: address, country: "BR", city: address } },
    );
    await remove("Address", data.createAddress.address.id);
  }
  await remove("Deal", deal.id);
  await remove("Task", own.id);
  await remove("Task", others.id);
  await remove("Project", project.id);
  expect(await namesIn(admin)).toHaveLength(6);
  expect(await namesIn(sales)).toEqual(["Minha", "Negócio", "DELIVERY", "BILLING"]);
  expect(await namesIn(await server.signIn("finance"))).toEqual(["BILLING"]);
  expect(await namesIn(await server.signIn("viewer"))).toEqual([]);
  const refused = await trashOf(sales, { recordType: ["TASK", "PROJECT"] });
  expect(refused.errors?.[0]?.extensions).toMatchObject({
    code: "FORBIDDEN",
    permission: "projects:write",
    argument: "filter.recordType.1",
  });
  expect(codeOf(await trashOf(admin, { recordType: ["USER"] }))).toBe("VALIDATION_FAILED");
});

test("more records take no more statements", async () => {
  const deleteOne = async () => {
    const { id } = await makeCustomer(admin);
    await remove("Deal", (await makeDeal(admin, id)).id);
    await remove("Task", (await makeTask(admin, id)).id);
  };
  await deleteOne();
  const few = await trashOf(admin);
  for (let n = 0; n < 4; n += 1) await deleteOne();
  const many = await trashOf(admin);
  expect(many.data.deletedRecords.totalCount).toBe(10);
  expect(statementsOf(many)).toBe(statementsOf(few));
});
