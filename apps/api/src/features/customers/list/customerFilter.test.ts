import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { makeCustomer } from "../customer.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  const cities = ["Belo Horizonte", "Belém", "Porto", "Porto Alegre", "100% Vila"];
  for (const city of cities)
    await makeCustomer(admin, { legalName: city, address: { city, country: "BR" } });
});
afterAll(() => server.close());

const found = async (filter: object) => {
  const { data } = await admin.ask<{ customers: { nodes: { legalName: string }[] } }>(
    "query ($filter: CustomerFilter) { customers(filter: $filter) { nodes { legalName } } }",
    { filter },
  );
  return data.customers.nodes.map(({ legalName }) => legalName);
};

test.each([
  ["belo hor", ["Belo Horizonte"]],
  ["BEL", ["Belém", "Belo Horizonte"]],
  ["belem", ["Belém"]],
  ["porto", ["Porto", "Porto Alegre"]],
  ["%", ["100% Vila"]],
  ["nowhere", []],
])("a city is found by a part of its name: %s", async (cityContains, names) => {
  expect(await found({ cityContains })).toEqual(names);
});

test("a whole city is that city alone", async () => {
  expect(await found({ city: "PORTO" })).toEqual(["Porto"]);
});
