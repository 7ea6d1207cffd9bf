import sql from "sql-template-tag";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../test/support/refusals.js";
import { type MadeCustomer, makeCustomer } from "../customers/customer.factory.js";

let server: TestServer;
let admin: Caller;
beforeEach(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterEach(() => server.close());

interface Candidates {
  duplicateCandidates: {
    totalCount: number;
    nodes: { customers: { id: string; legalName: string }[]; reasons: string[]; score: number }[];
    pageInfo: { endCursor: string; hasNextPage: boolean };
  };
}

async function candidates(variables: object = {}): Promise<Candidates["duplicateCandidates"]> {
  const { data, errors } = await admin.ask<Candidates>(
    `query ($first: Int, $after: String, $customerId: ID) {
      duplicateCandidates(first: $first, after: $after, customerId: $customerId) {
        totalCount nodes { customers { id legalName } reasons score } pageInfo { endCursor hasNextPage }
      }
    }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return data.duplicateCandidates;
}

const make = (legalName: string, more: object = {}, city = "São Paulo") =>
  makeCustomer(admin, { legalName, address: { city, country: "BR" }, ...more });

const reasonsOf = ({ nodes }: Candidates["duplicateCandidates"]) =>
  nodes.map(
    ({ customers, reasons }) =>
      `${customers
        .map((one) => one.legalName)
        .sort()
        .join(" = ")}: ${reasons.join()}`,
  );

test("pairs are listed with their reasons, the likeliest first", async () => {
  await make("Padaria São João Ltda");
  await make("PADARIA SAO JOAO - ME");
  await make("Padaria Sao Joao S.A.", {}, "Curitiba");
  await make("Mercado Azul", { phone: "(11) 98765-4321" });
  await make("Loja Verde", { phone: "+55 11 98765 4321" });
  await make("Ana", { email: "ana@example.com" });
  await make("Beatriz", { email: "ANA@example.com" });
  await make("Acme Engenharia", { website: "https://www.acme.com.br/" });
  await make("Acme Obras", { email: "obras@acme.com.br" }, "Recife");
  await make("Outra Coisa", { email: "outra@acme.com.br" }, "Recife");
  await make("Zeta", { email: "zeta@gmail.com" });
  await make("Zetta", { email: "zetta@gmail.com" }, "Natal");
  await make("Construtora Horizonte", { tradeName: "Horizonte" });
  await make("Construtora Horizonts");
  expect(reasonsOf(await candidates())).toEqual([
    "PADARIA SAO JOAO - ME = Padaria São João Ltda: SIMILAR_NAME",
    "Ana = Beatriz: SAME_EMAIL",
    "Loja Verde = Mercado Azul: SAME_PHONE",
    "Construtora Horizonte = Construtora Horizonts: SIMILAR_NAME",
    "Acme Engenharia = Acme Obras: SAME_DOMAIN",
  ]);
});

test("a legal name that is another customer's trade name counts as a similar name", async () => {
  await make("Comércio de Pães Ltda", { tradeName: "Padaria São João" });
  await make("Padaria Sao Joao");
  expect(reasonsOf(await candidates())).toHaveLength(1);
});

test("a name whose only word is misspelt is found by its first or last letters", async () => {
  await make("Transpetrobras");
  await make("Transpetrobas");
  await make("Franspetrobras");
  expect((await candidates()).totalCount).toBeGreaterThanOrEqual(2);
});

test("changes of customers change the pairs", async () => {
  const one = await make("Um", { email: "same@example.com" });
  const two = await make("Dois", { email: "same@example.com" });
  expect((await candidates()).totalCount).toBe(1);
  const update =
    "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id } } }";
  await admin.ask(update, { input: { id: two.id, version: 1, email: null } });
  expect((await candidates()).totalCount).toBe(0);
  await admin.ask(update, { input: { id: two.id, version: 2, email: "SAME@example.com" } });
  expect((await candidates()).totalCount).toBe(1);
  const verb = (name: string) =>
    admin.ask(`mutation ($ids: [ID!]!) { ${name}(input: { ids: $ids }) { customers { id } } }`, {
      ids: [one.id],
    });
  for (const [away, back] of [
    ["archiveCustomers", "restoreCustomers"],
    ["deleteCustomers", "restoreCustomers"],
  ] as const) {
    await verb(away);
    expect((await candidates()).totalCount).toBe(0);
    await verb(back);
    expect((await candidates()).totalCount).toBe(1);
  }
});

test("dismissed pairs are not proposed again, and the dismissal is recorded", async () => {
  const made = await Promise.all(
    ["A", "B", "C"].map((name) => make(name, { phone: "(11) 98765-4321" })),
  );
  const [a, b, c] = made as [MadeCustomer, MadeCustomer, MadeCustomer];
  expect((await candidates()).totalCount).toBe(3);
  const judge =
    (name: string) =>
    (ids: string[], caller = admin) =>
      caller.ask(`mutation ($ids: [ID!]!) { ${name}(input: { ids: $ids }) { customers { id } } }`, {
        ids,
      });
  const dismiss = judge("dismissDuplicate");
  const propose = judge("proposeDuplicate");
  expect(codeOf(await dismiss([b.id, a.id]))).toBe("OK");
  expect(codeOf(await dismiss([a.id, b.id]))).toBe("OK");
  expect((await candidates()).totalCount).toBe(2);
  expect((await candidates({ customerId: a.id })).totalCount).toBe(1);
  const { data } = await admin.ask<{ customer: { activity: { nodes: object[] } } }>(
    'query ($id: ID!) { customer(id: $id) { activity(filter: { action: ["duplicate_dismissed"] }) { nodes { changes { field newValue } } } } }',
    { id: a.id },
  );
  expect(data.customer.activity.nodes).toEqual([
    { changes: [{ field: "differsFrom", newValue: [`${b.number} B`] }] },
  ]);
  await dismiss([a.id, b.id, c.id]);
  expect((await candidates()).totalCount).toBe(0);
  expect(codeOf(await propose([b.id, c.id]))).toBe("OK");
  expect((await candidates()).totalCount).toBe(1);

  expect(issuesOf(await dismiss([a.id]))).toEqual(["ids two_needed"]);
  expect(codeOf(await dismiss([a.id, NO_ID]))).toBe("NOT_FOUND");
  const viewer = await server.signIn("viewer");
  expect(codeOf(await dismiss([a.id, b.id], viewer))).toBe("FORBIDDEN");
  expect(codeOf(await propose([a.id, b.id], viewer))).toBe("FORBIDDEN");
});

test("a value that very many customers share is no evidence", async () => {
  await server.db.execute(sql`
    INSERT INTO customers (legal_name, country, phone) SELECT md5(n::text), 'BR', '+5511900000000' FROM generate_series(1, 30) n`);
  expect((await candidates()).totalCount).toBe(0);
});

test("pages follow cursors", async () => {
  await Promise.all(
    Array.from({ length: 4 }, (_, n) => make(md5ish(n), { email: "x@example.com" })),
  );
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Candidates["duplicateCandidates"] = await candidates({ first: 4, after });
    seen.push(...reasonsOf(page));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(new Set(seen).size).toBe(6);
});

const md5ish = (n: number) => ["Alfa", "Bravo", "Charlie", "Delta"][n] ?? "Eco";

test("many changed customers are compared in the background", async () => {
  await server.db.execute(sql`
    INSERT INTO customers (legal_name, country, email) SELECT 'x' || md5(n::text), 'BR', 'mail' || (n % 500) || '@example.org' FROM generate_series(1, 1000) n`);
  const comparing = async () =>
    (await admin.ask<{ duplicateScanRunning: boolean }>("{ duplicateScanRunning }")).data
      .duplicateScanRunning;
  expect(await comparing()).toBe(true);
  let count = 0;
  for (let tries = 0; tries < 100 && count < 500; tries += 1) {
    count = (await candidates({ first: 1 })).totalCount;
  }
  expect(count).toBe(500);
  expect(await comparing()).toBe(false);
});

interface Likely {
  likelyDuplicates: { customer: { id: string }; reasons: string[]; score: number }[];
}

test("a likely duplicate is found by any of the values typed so far", async () => {
  const known = await make("Padaria São João Ltda", {
    tradeName: "Pão Quente da Vila",
    email: "contato@paoquente.com.br",
    phone: "(11) 98765-4321",
    website: "https://www.padariasj.com.br/",
    taxId: { country: "BR", value: "11.222.333/0001-81" },
  });
  await make("Mercado Azul", { email: "mercado@gmail.com" });
  const likely = async (input: object) => {
    const { data, errors } = await admin.ask<Likely>(
      "query ($input: LikelyDuplicatesInput!) { likelyDuplicates(input: $input) { customer { id } reasons score } }",
      { input },
    );
    expect(errors).toBeUndefined();
    return data.likelyDuplicates.map(({ customer, reasons }) => [
      customer.id === known.id,
      ...reasons,
    ]);
  };
  await candidates();
  for (const [reason, input] of [
    ["SIMILAR_NAME", { legalName: "padaria sao joao me" }],
    ["SIMILAR_NAME", { legalName: "Padaria São Jo" }],
    ["SIMILAR_NAME", { legalName: "PADARIA SAO JAO" }],
    ["SIMILAR_NAME", { legalName: "Pao quente da vila" }],
    ["SAME_PHONE", { phone: "11 98765-4321", country: "BR" }],
    ["SAME_PHONE", { phone: "+5511987654321" }],
    ["SAME_DOMAIN", { website: "padariasj.com.br/contato" }],
    ["SAME_DOMAIN", { email: "vendas@paoquente.com.br" }],
    ["SAME_TAX_ID", { taxId: { country: "BR", value: "11222333000181" } }],
  ] as const) {
    expect([input, await likely(input)]).toEqual([input, [[true, reason]]]);
  }
  expect(await likely({ email: "CONTATO@paoquente.com.br" })).toEqual([
    [true, "SAME_DOMAIN", "SAME_EMAIL"],
  ]);
  for (const input of [
    {},
    { legalName: "Pad" },
    { legalName: "Quitanda" },
    { email: "other@gmail.com" },
    { phone: "999" },
    { phone: "%%%%" },
    { website: "http://" },
    { taxId: { country: "BR", value: "1" } },
    { legalName: "Padaria São João", excludeId: known.id },
  ]) {
    expect([input, await likely(input)]).toEqual([input, []]);
  }
});
