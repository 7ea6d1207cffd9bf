import { type GraphQLField, getNamedType, isObjectType } from "graphql";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { registry } from "../src/features.js";
import { createSchema } from "../src/schema.js";
import { selectionOf, stepsOf } from "./schema/selection.js";
import { type Caller, startServer, type TestServer, UNLIMITED_ANSWERS } from "./server.js";
import { records } from "./support/records.js";

type Row = Record<string, unknown>;

const DEPTH = 2;
const schema = createSchema(registry);

function fieldsOf(name: string): GraphQLField<unknown, unknown>[] {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`the schema has no ${name}`);
  return Object.values(type.getFields());
}

const lists = fieldsOf("Customer").flatMap(({ name, type }) => {
  const page = getNamedType(type);
  if (!isObjectType(page) || !page.name.endsWith("Connection")) return [];
  const nodes = page.getFields().nodes;
  return nodes ? [{ name, of: getNamedType(nodes.type).name }] : [];
});

let server: TestServer;
let admin: Caller;
let id: string;
beforeAll(async () => {
  server = await startServer({ limits: UNLIMITED_ANSWERS });
  admin = await server.signIn("admin");
  const group = await makeCustomer(admin, { legalName: "Grupo Aurora" });
  ({ id } = await makeCustomer(admin, {
    parentId: group.id,
    ownerId: admin.userId,
    taxId: { country: "BR", value: "11.222.333/0001-81" },
    address: { street: "Rua A", city: "Recife", country: "BR" },
  }));
  await makeCustomer(admin, { legalName: "Filial", parentId: id });
  for (const make of records) await make(admin, id);
});
afterAll(() => server.close());

async function ask(selection: string): Promise<Row> {
  const { data, errors } = await admin.ask<{ customer: Row }>(
    `query ($id: ID!) { customer(id: $id) { ${selection} } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  return data.customer;
}

async function expectEachAlone(type: string, rowsOf: (selection: string) => Promise<Row[]>) {
  const selections = fieldsOf(type).flatMap((field) => {
    const text = selectionOf(field, type === "Customer" ? stepsOf(field, DEPTH) : DEPTH);
    return text === null ? [] : [{ name: field.name, text }];
  });
  const all = await rowsOf(selections.map(({ text }) => text).join(" "));
  expect(all.length).toBeGreaterThan(0);
  for (const { name, text } of selections) {
    const alone = await rowsOf(text);
    expect(alone.map((row) => row[name])).toEqual(all.map((row) => row[name]));
  }
}

test("each field of a customer has the same value alone as with all others", async () => {
  await expectEachAlone("Customer", async (selection) => [await ask(selection)]);
});

test.each(lists)(
  "each field of what is in $name says the same alone as with all others",
  async ({ name, of }) => {
    await expectEachAlone(of, async (selection) => {
      const page = (await ask(`${name} { nodes { ${selection} } }`))[name] as { nodes: Row[] };
      return page.nodes;
    });
  },
);

test("each field of a person has the same value alone as with all others", async () => {
  await expectEachAlone("Contact", async (selection) => {
    return (await ask(`contacts { ${selection} }`)).contacts as Row[];
  });
});
