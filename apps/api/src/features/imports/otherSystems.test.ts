import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { planned, ran } from "./import.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

interface Address {
  street: string | null;
  number: string | null;
  city: string | null;
  region: string | null;
  postalCode: string | null;
}

interface SeenCustomer {
  phone: string | null;
  phones: { number: string }[];
  taxId: { country: string; value: string } | null;
  tags: string[];
  externalIds: { value: string }[];
  address: Address | null;
}

/** The customer that a file of one row creates, and the plan of that row. */
async function imported(name: string, contents: string) {
  const plan = await planned(admin, name, contents);
  const { data } = await admin.ask<{
    import: {
      rows: { nodes: { recordId: string; issues: { code: string; message: string }[] }[] };
    };
  }>(
    "query ($id: ID!) { import(id: $id) { rows { nodes { recordId issues { code message } } } } }",
    {
      id: plan.id,
    },
  );
  const [row] = data.import.rows.nodes;
  await ran(admin, plan.id);
  const seen = await admin.ask<{ customer: SeenCustomer }>(
    `query ($id: ID!) { customer(id: $id) { phone phones { number } tags taxId { country value } externalIds { value }
      address { street number city region postalCode } } }`,
    { id: row?.recordId },
  );
  if (seen.errors) throw new Error(JSON.stringify(seen.errors));
  // The message begins with the value, in quotes.
  const issues = (row?.issues ?? [])
    .filter(({ code }) => code !== "address_missing")
    .map(({ code, message }) => ({ code, value: /^"(.*?)"/.exec(message)?.[1] }));
  return { customer: seen.data.customer, issues };
}

test("an apostrophe that marks digits as text is no part of them", async () => {
  const { customer, issues } = await imported(
    "shop.csv",
    "Customer ID,First Name,Last Name,Default Address City,Default Address Zip,Default Address Country Code,Phone\n" +
      "'9300000000071,Rita,Moura,Recife,'50030230,BR,'+5581988776655\n",
  );
  expect(customer).toMatchObject({
    externalIds: [{ value: "9300000000071" }],
    phone: "+5581988776655",
    address: { postalCode: "50030230" },
  });
  expect(issues).toEqual([]);
});

test("an apostrophe before anything else stays", async () => {
  const { customer } = await imported(
    "names.csv",
    "Name,Tags,City\n'sHertog BV,'t Hof,'s-Gravenhage\n",
  );
  expect(customer).toMatchObject({ tags: ["'t Hof"], address: { city: "'s-Gravenhage" } });
});

test("a place does not repeat the code of the one around it, and the plan says so", async () => {
  const { customer, issues } = await imported(
    "places.csv",
    "Name,Street,City,State,Country\nOficina Sul,Rua Nova 3,CURITIBA (PR),PR,Brazil\n",
  );
  expect(customer.address).toMatchObject({ city: "CURITIBA", region: "PR" });
  expect(issues).toEqual([{ code: "address_repeated", value: "CURITIBA (PR)" }]);
  const odoo = await imported(
    "partners.csv",
    "name,street,city,state_id,country_id\nOficina Norte,Rua Velha 4,Belém,Pará (BR),Brazil\n",
  );
  expect(odoo.customer.address).toMatchObject({ city: "Belém", region: "Pará" });
  expect(odoo.issues).toEqual([{ code: "address_repeated", value: "Pará (BR)" }]);
  const other = await imported(
    "other.csv",
    "Name,Street,City,State,Country\nOficina Leste,Rua Alta 5,Palmas (TO),PR,Brazil\n",
  );
  expect(other.customer.address).toMatchObject({ city: "Palmas (TO)", region: "PR" });
});

test("a house number that ends the street is not taken a second time from the whole address", async () => {
  const { customer, issues } = await imported(
    "contacts.csv",
    "Organization Name,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country\n" +
      'Mercado Azul,"Rua Larga, 77\nNatal, RN\n59012-300\nBR","Rua Larga, 77",Natal,RN,59012-300,BR\n',
  );
  expect(customer.address).toMatchObject({ street: "Rua Larga, 77", number: null });
  expect(issues).toEqual([]);
});

test("labels that Google separates by colons are tags of their own", async () => {
  const { customer } = await imported(
    "labels.csv",
    "Name,Labels\nMercado Rosa,Fornecedor ::: Clientes\n",
  );
  expect(customer.tags).toEqual(["Fornecedor", "Clientes"]);
});

test.each([
  ["Razon Social;C.I.F.;Poblacion", "Luna SL;B58378431;Sevilla", "ES"],
  ["Nombre;NIF/CIF;Ciudad", "Ana Rubio;12345678Z;Soria", "ES"],
  ["Nome;NIF;Localidade", "Padaria Lua Lda;503504564;Braga", "PT"],
  ["Nome;NumContrib;Local", "Livraria Lua Lda;500960046;Évora", "PT"],
  ["Nome;CNPJ / CPF / NIF;Local", "Farmácia Lua Lda;500100144;Faro", "PT"],
])(
  "%s: check digits say whose a number is where its header names several countries'",
  async (headers, row, country) => {
    const { customer, issues } = await imported("ids.csv", `${headers}\n${row}\n`);
    expect(customer.taxId).toEqual({ country, value: row.split(";")[1] });
    expect(issues).toEqual([]);
  },
);

test("a number that none of them gave comes in unverified, with a warning", async () => {
  const { customer, issues } = await imported("odd.csv", "Nome;NIF\nLua Lda;5417000123\n");
  expect(customer.taxId).toEqual({ country: "ZZ", value: "5417000123" });
  expect(issues).toEqual([{ code: "tax_id_unverified", value: "5417000123" }]);
});

test("a phone is one of the country whose tax ID the row proves", async () => {
  const { customer } = await imported(
    "phones.csv",
    'Nome;CNPJ;Telefone\nEquador Ltda;"=""11444777000161""";"=""1134567890"""\n',
  );
  expect(customer).toMatchObject({ taxId: { country: "BR" }, phone: "+551134567890" });
});

test("a code that belongs to no phone of the row is named", async () => {
  const { customer, issues } = await imported(
    "codes.csv",
    "Nome;DDD;Telefone\nOeste Ltda;S/N;3456-7890\nLeste Ltda;11;3456-7891\nNorte Ltda;21;3456-7892\n",
  );
  expect(customer.phone).toBe("3456-7890");
  expect(issues).toEqual([{ code: "phone_code_unused", value: "S/N" }]);
});

test("each phone has the area code that stands before it, and none is made up from another's", async () => {
  const { customer, issues } = await imported(
    "two-codes.csv",
    "Nome;DDD;Fone;DDD Celular;Celular;Cidade\nDuas Linhas;11;3333-2222;0xx21;97777-6666;Recife\n",
  );
  expect(customer.phones).toEqual([{ number: "+551133332222" }, { number: "+5521977776666" }]);
  expect(issues).toEqual([]);
});

test("an area code whose phone is blank, or has another one, is named", async () => {
  const { customer, issues } = await imported(
    "lone-codes.csv",
    "Nome;DDD;Fone;DDD Celular;Celular;Cidade\nUma Linha;11;(21) 3333-2222;31;;Recife\n",
  );
  expect(customer.phones).toEqual([{ number: "+552133332222" }]);
  expect(issues).toEqual([
    { code: "phone_code_unused", value: "11" },
    { code: "phone_code_unused", value: "31" },
  ]);
});

test("parts of an address that are not known are left blank, and the plan says so", async () => {
  const { customer, issues } = await imported(
    "unknown-places.csv",
    "Nome;Morada;Código Postal;Localidade;País\nConsumidor Final;Desconhecido;0000-000;Desconhecido;Portugal\n",
  );
  expect(customer.address).toMatchObject({ street: null, postalCode: null, city: null });
  expect(issues).toEqual(
    ["Desconhecido", "Desconhecido", "0000-000"].map((value) => ({ code: "placeholder", value })),
  );
});
