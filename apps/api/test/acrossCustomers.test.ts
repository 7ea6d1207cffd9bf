import { getNamedType, isObjectType } from "graphql";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { registry } from "../src/features.js";
import { createSchema } from "../src/schema.js";
import { selectionOf } from "./schema/selection.js";
import { type Caller, startServer, type TestServer, UNLIMITED_ANSWERS } from "./server.js";
import { keyWith } from "./support/keyWith.js";
import { records } from "./support/records.js";

const query = createSchema(registry).getQueryType();
if (!query) throw new Error("the schema has no queries");

/** The lists across customers: their names, and what else a record of theirs leads to. */
const lists = Object.values(query.getFields()).flatMap((field) => {
  if (!field.args.some(({ name }) => name === "includeArchived")) return [];
  const connection = getNamedType(field.type);
  if (!isObjectType(connection)) throw new Error(`${field.name} is no connection`);
  const nodes = connection.getFields().nodes;
  const node = nodes && getNamedType(nodes.type);
  if (!nodes || !isObjectType(node)) throw new Error(`${field.name} has no records`);
  return [{ name: field.name, type: node, nodes }];
});

interface Listed {
  totalCount: number;
  estimatedCount: { value: number; exact: boolean };
  nodes: { customer: { id: string } }[];
  pageInfo: { endCursor: string; hasNextPage: boolean };
}

let server: TestServer;
let admin: Caller;
let current: string[];
let archived: string;
beforeAll(async () => {
  server = await startServer({ limits: UNLIMITED_ANSWERS });
  admin = await server.signIn("admin");
  const made = async (legalName: string) => {
    const { id } = await makeCustomer(admin, { legalName });
    for (const make of records) await make(admin, id);
    return id;
  };
  current = [await made("Padaria"), await made("Oficina"), await made("Livraria")];
  archived = await made("Arquivada");
  const deleted = await made("Apagada");
  const { errors } = await admin.ask(`mutation {
    archiveCustomers(input: { ids: ["${archived}"] }) { __typename }
    deleteCustomers(input: { ids: ["${deleted}"] }) { __typename }
  }`);
  // Customers with issued invoices are not deleted: here it is, so that what hides its records is seen.
  await server.asOwner(`UPDATE customers SET deleted_at = now() WHERE id = '${deleted}'`);
  expect(errors?.filter(({ path }) => path?.[0] === "archiveCustomers") ?? []).toEqual([]);
});
afterAll(() => server.close());

async function listed(
  name: string,
  args: string,
  caller: Pick<Caller, "ask"> = admin,
): Promise<Listed> {
  const { data, errors } = await caller.ask<Record<string, Listed>>(
    `{ ${name}(${args}) { totalCount estimatedCount { value exact } nodes { customer { id } } pageInfo { endCursor hasNextPage } } }`,
  );
  expect(errors).toBeUndefined();
  const list = data[name];
  if (!list) throw new Error(`there is no ${name}`);
  return list;
}

const customersOf = ({ nodes }: Listed) => new Set(nodes.map(({ customer }) => customer.id));

test("all kinds of record that belong to customers by themselves have a list across customers", () => {
  expect(lists.map(({ name }) => name).sort()).toEqual([
    "contacts",
    "creditNotes",
    "deals",
    "invoices",
    "orders",
    "payments",
    "projects",
    "promisesToPay",
    "quotes",
    "tasks",
    "timeEntries",
  ]);
});

describe.each(lists.map((list) => [list.name, list] as const))("%s", (name, { type, nodes }) => {
  test("has the records of all customers, those of archived ones where asked, and never of deleted ones", async () => {
    const without = await listed(name, "first: 100");
    expect(customersOf(without)).toEqual(new Set(current));
    const all = await listed(name, "first: 100, includeArchived: true");
    expect(customersOf(all)).toEqual(new Set([...current, archived]));
    for (const list of [without, all]) {
      expect(list.totalCount).toBe(list.nodes.length);
      expect(list.estimatedCount).toEqual({ value: list.totalCount, exact: true });
    }
  });

  test("has each record once when it is read page by page", async () => {
    const all = await listed(name, "first: 100");
    const seen: unknown[] = [];
    for (let after = ""; ; ) {
      const page = await listed(name, `first: 1${after && `, after: "${after}"`}`);
      seen.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toEqual(all.nodes);
  });

  test("takes as many statements for many records as for one", async () => {
    const statements = async (first: number) => {
      const { errors, headers } = await admin.ask(
        `{ ${name}(first: ${first}) { ${selectionOf(nodes, 2)} } }`,
      );
      expect(errors).toBeUndefined();
      return Number(/desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1]);
    };
    expect(await statements(100)).toBe(await statements(1));
  });

  test("tells whose customers are archived to readers of customers alone", async () => {
    const kinds = registry.features.flatMap((feature) => feature.nodes ?? []);
    const permission = kinds.find((kind) => kind.type.name === type.name)?.permission;
    if (!permission || permission === "signed-in")
      throw new Error(`${type.name} has no permission`);
    const headers = await keyWith(admin, [permission]);
    const ask = (args: string) =>
      server.stranger.ask(`{ ${name}(${args}) { totalCount } }`, {}, headers);
    expect((await ask("first: 1")).errors).toBeUndefined();
    expect((await ask("includeArchived: true")).errors?.[0]?.extensions).toMatchObject({
      code: "FORBIDDEN",
      argument: "includeArchived",
    });
  });
});
