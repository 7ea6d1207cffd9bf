import { type GraphQLNamedType, getNamedType, isObjectType } from "graphql";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { registry } from "../../features.js";
import { columnsOf } from "../../platform/database/columns.js";
import { graphQLNames } from "../../platform/records/toGraphQL.js";
import { createSchema } from "../../schema.js";
import { AddressRecord } from "./addresses/address.entity.js";
import { Customer } from "./customer.entity.js";
import { makeCustomer } from "./customer.factory.js";
import { ADDRESS_PATHS, CUSTOMER_PATHS } from "./customerPaths.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

/** A customer whose tax ID and address changed in its second version. */
async function movedCustomer(): Promise<string> {
  const { id } = await makeCustomer(admin, {
    taxId: { country: "BR", value: "03.847.655/0001-98" },
    address: { street: "Rua A", number: "1", country: "BR" },
  });
  const { errors } = await admin.ask(
    "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id } } }",
    {
      input: {
        id,
        version: 1,
        taxId: { country: "BR", value: "11.222.333/0001-81" },
        address: { street: "Rua B", number: "2", country: "BR" },
      },
    },
  );
  expect(errors).toBeUndefined();
  return id;
}

interface Entry {
  recordType: string;
  action: string;
  changes: { field: string; oldValue: unknown; newValue: unknown }[];
}

async function historyOf(id: string, fields?: string[]): Promise<Entry[]> {
  const { data } = await admin.ask<{ customer: { activity: { nodes: Entry[] } } }>(
    `query ($id: ID!, $fields: [String!]) { customer(id: $id) { activity(filter: { fields: $fields }) {
      nodes { recordType action changes { field oldValue newValue } } } } }`,
    { id, fields },
  );
  return data.customer.activity.nodes;
}

async function readFeed(after: string): Promise<{ changes: Entry[]; next: string }> {
  const response = await admin.fetch(`/changes?after=${after}`);
  return (await response.json()) as { changes: Entry[]; next: string };
}

test("history and feed name changed fields as the schema does, and are filtered by the same names", async () => {
  const { next } = await readFeed("now");
  const id = await movedCustomer();
  const { data } = await admin.ask<{ createAddress: { address: { id: string } } }>(
    "mutation ($input: CreateAddressInput!) { createAddress(input: $input) { address { id } } }",
    { input: { customerId: id, kind: "BILLING", street: "Rua C", number: "3", country: "BR" } },
  );
  expect(data.createAddress.address.id).toBeTruthy();
  const [address, updated] = await historyOf(id);
  const changes = [
    { field: "taxId.value", oldValue: "03847655000198", newValue: "11222333000181" },
    { field: "address.street", oldValue: "Rua A", newValue: "Rua B" },
    { field: "address.number", oldValue: "1", newValue: "2" },
  ];
  expect(updated?.changes).toEqual(changes);
  expect(address?.changes.map(({ field }) => field)).toEqual([
    "customerId",
    "kind",
    "street",
    "number",
    "country",
  ]);
  let recorded: Entry[] = [];
  // Waits for what other tests have in progress on the same PostgreSQL server.
  while (recorded.length < 3) recorded = (await readFeed(next)).changes;
  expect(recorded[1]?.changes).toEqual(changes);

  const found = async (...fields: string[]) =>
    (await historyOf(id, fields)).map(({ recordType, action }) => `${recordType} ${action}`);
  const ofCustomer = ["CUSTOMER updated", "CUSTOMER created"];
  expect(await found("taxId.value")).toEqual(ofCustomer);
  expect(await found("taxId")).toEqual(ofCustomer);
  expect(await found("address")).toEqual(ofCustomer);
  expect(await found("address.number")).toEqual(ofCustomer);
  expect(await found("street")).toEqual(["ADDRESS created"]);
  expect(await found("country")).toEqual(["ADDRESS created"]);
  expect(await found("taxId.value", "kind")).toEqual(["ADDRESS created", ...ofCustomer]);
  expect(await found("taxIdValue", "streetNumber", "address.streetNumber", "tax")).toEqual([]);
});

/** The fields of an object type, and the parts of those that are objects, as paths. */
function pathsOf(type: GraphQLNamedType | undefined): string[] {
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, type: of }) => {
    const part = getNamedType(of);
    return isObjectType(part)
      ? [name, ...Object.keys(part.getFields()).map((field) => `${name}.${field}`)]
      : [name];
  });
}

test("every recorded column has a name in the schema that begins like the one in a conflict", () => {
  const schema = createSchema(registry);
  const recorded = (
    name: string,
    type: new () => object,
    paths: Readonly<Record<string, string>>,
  ) => {
    const known = pathsOf(schema.getType(name));
    return columnsOf(type)
      .map(({ property }) => paths[property] ?? property)
      .filter((path) => !known.includes(path));
  };
  // Columns that are not recorded, or that reference other records.
  expect(recorded("Customer", Customer, CUSTOMER_PATHS)).toEqual([
    "statusBeforeArchive",
    "parentId",
  ]);
  expect(recorded("Address", AddressRecord, ADDRESS_PATHS)).toEqual(["customerId", "deletedAt"]);
  for (const [property, path] of Object.entries(CUSTOMER_PATHS)) {
    expect(graphQLNames(Customer, [property])).toEqual([path.split(".")[0]]);
  }
});
