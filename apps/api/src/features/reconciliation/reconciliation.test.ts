import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { issuesOf } from "../../../test/support/refusals.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { worth } from "../documents/line.factory.js";
import { importUntil, planned, ran } from "../imports/import.factory.js";
import { makeInvoice } from "../invoices/invoice.factory.js";
import { ledgerFaults } from "../payments/ledger.factory.js";
import { makePayment } from "../payments/payment.factory.js";
import { type MadeTransaction, ofxOf } from "./bankFile.factory.js";

let server: TestServer;
let admin: Caller;
beforeEach(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterEach(async () => {
  expect(await ledgerFaults(server.app.database.pool)).toEqual([]);
  await server.close();
});

const query = async <T extends object>(text: string) =>
  (await server.app.database.pool.query<T>(text)).rows;

const authorized = (customerId: string, amount: string) =>
  makeInvoice(admin, customerId, {
    ...{ status: "AUTHORIZED", currency: "BRL", issuedOn: "2026-01-02" },
    lines: worth(amount),
  });

interface Match {
  score: number;
  reasons: string[];
  customer: { id: string } | null;
  allocations: { invoice: { number: string } | null; amount: { amount: string } }[];
}
interface Row {
  line: number;
  class: string;
  payment: Match | null;
  candidates: { recordId: string; payment: Match | null }[];
  issues: { code: string }[];
}

const MATCH = `score reasons customer { id } allocations { invoice { number } amount { amount } }`;
async function rowsOf(id: string): Promise<Row[]> {
  const { data, errors } = await admin.ask<{ import: { rows: { nodes: Row[] } } }>(
    `query ($id: ID!) { import(id: $id) { rows(first: 10) { nodes { line class issues { code }
      payment { ${MATCH} } candidates { recordId payment { ${MATCH} } } } } } }`,
    { id },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.import.rows.nodes;
}

const decide = (id: string, line: number, recordId: string) =>
  admin.ask(
    "mutation ($input: DecideImportRowsInput!) { decideImportRows(input: $input) { import { id } } }",
    { input: { id, lines: [line], decision: "UPDATE", recordId } },
  );

const undo = async (id: string) => {
  await admin.ask(
    "mutation ($input: ImportIdInput!) { undoImport(input: $input) { import { id } } }",
    { input: { id } },
  );
  await importUntil(admin, id, ["UNDONE"]);
};

const balances = () =>
  query(
    "SELECT number, status, paid::text, balance::text, paid_on::text FROM invoices ORDER BY number",
  );

const CUSTOMERS = 60;
const nameOf = (at: number) => `Mercado${at} Azul ${at % 7 === 0 ? "e Filhos " : ""}Ltda`;

/** 200 receipts, of which 190 say enough to be certain, with the customers and invoices that they pay. */
async function manyReceipts(): Promise<MadeTransaction[]> {
  const customers = Array.from({ length: CUSTOMERS }, (_, at) => `${nameOf(at)},Recife,BR`);
  await ran(
    admin,
    (await planned(admin, "c.csv", `Legal name,City,Country\n${customers.join("\n")}\n`)).id,
  );
  const total = (at: number) => (100 + at * 1.07).toFixed(2);
  const invoices = Array.from(
    { length: 210 },
    (_, at) =>
      `${nameOf(at % CUSTOMERS)},NF-${2000 + at},Sales,Authorized,2026-01-02,2026-02-01,BRL,${total(at)}`,
  );
  const sheet = await planned(
    admin,
    "i.csv",
    `Customer,Invoice number,Kind,Status,Invoice date,Due date,Currency,Total\n${invoices.join("\n")}\n`,
    "INVOICE",
  );
  expect((await ran(admin, sheet.id)).result).toMatchObject({ created: 210, failed: 0 });
  return Array.from({ length: 200 }, (_, at): MadeTransaction => {
    const id = `F${at}`;
    if (at < 120) return { id, amount: total(at), memo: `PIX RECEBIDO NF ${2000 + at}` };
    if (at < 190)
      return { id, amount: total(at), memo: `TED ${nameOf(at % CUSTOMERS).toUpperCase()}` };
    return { id, amount: total(at), memo: "DEPOSITO EM DINHEIRO" };
  });
}

test("200 receipts of a bank file settle the invoices that they fit; again nothing changes, and undone all is as before", async () => {
  const receipts = await manyReceipts();
  const before = await balances();
  const plan = await planned(admin, "extrato.ofx", ofxOf(receipts), "PAYMENT");
  expect(plan).toMatchObject({
    status: "READY",
    counts: { total: 200, new: 190, undecided: 10, error: 0 },
  });
  const { result } = await ran(admin, plan.id, true);
  expect(result).toMatchObject({ created: 190, skipped: 10, failed: 0 });
  expect(await query("SELECT count(*)::int AS paid FROM invoices WHERE status = 'PAID'")).toEqual([
    { paid: 190 },
  ]);
  expect(await query("SELECT sum(amount - allocated)::float AS rest FROM payments")).toEqual([
    { rest: 0 },
  ]);

  const again = await planned(admin, "extrato-2.ofx", ofxOf(receipts), "PAYMENT");
  expect(again.counts).toMatchObject({ new: 0, unchanged: 190, undecided: 10 });

  await undo(plan.id);
  expect(await balances()).toEqual(before);
  expect(await query("SELECT 1 FROM payments")).toEqual([]);
  expect(await query("SELECT sum(amount)::float AS sum FROM ledger_entries")).toEqual([{ sum: 0 }]);
  const anew = await planned(admin, "extrato-3.ofx", ofxOf(receipts), "PAYMENT");
  expect(anew.counts).toMatchObject({ new: 190, undecided: 10 });
});

test("somebody decides what an uncertain receipt pays: a proposal, another invoice, or a customer's account", async () => {
  const ana = await makeCustomer(admin, { legalName: "Ana Comércio de Flores Ltda" });
  const one = await authorized(ana.id, "80");
  const other = await authorized(ana.id, "80");
  const plan = await planned(
    admin,
    "extrato.csv",
    "Data;Histórico;Docto.;Crédito (R$);Débito (R$);Saldo (R$)\n" +
      "14/03/2026;DEPOSITO;1;80,00;;80,00\n15/03/2026;TARIFA;2;;-9,90;70,10\n16/03/2026;PIX SEM NOME;3;55,00;;125,10\n17/03/2026;PIX;4;33,00;;158,10\n",
    "PAYMENT",
  );
  expect(plan.counts).toMatchObject({ total: 4, undecided: 4, error: 0 });
  const rows = await rowsOf(plan.id);
  const [first, fee, , last] = rows;
  expect(first?.candidates.map(({ payment }) => payment?.allocations)).toEqual([
    [{ invoice: { number: one.number }, amount: { amount: "80.00" } }],
    [{ invoice: { number: other.number }, amount: { amount: "80.00" } }],
  ]);
  expect(fee?.issues.map(({ code }) => code)).toEqual(["payment_unmatched"]);
  expect((await decide(plan.id, first?.line ?? 0, other.id)).errors).toBeUndefined();
  await importUntil(admin, plan.id, ["READY"]);
  expect((await decide(plan.id, rows[2]?.line ?? 0, ana.id)).errors).toBeUndefined();
  await importUntil(admin, plan.id, ["READY"]);
  const refused = await decide(plan.id, last?.line ?? 0, "01939d6f-7c00-7000-8000-000000000000");
  expect(issuesOf(refused)).toEqual(["recordId not_a_candidate"]);
  const done = await ran(admin, plan.id, true);
  expect(done.result).toMatchObject({ created: 2, skipped: 2 });
  expect(await query("SELECT number, status FROM invoices ORDER BY number")).toEqual([
    { number: one.number, status: "AUTHORIZED" },
    { number: other.number, status: "PAID" },
  ]);
  expect(
    await query(
      "SELECT amount::float, allocated::float, note, reference FROM payments ORDER BY paid_on",
    ),
  ).toEqual([
    { amount: 80, allocated: 80, note: "DEPOSITO", reference: "1" },
    { amount: 55, allocated: 0, note: "PIX SEM NOME", reference: "3" },
  ]);
  // Without ids of the bank, a transaction is known by its day, amount and text.
  const again = await planned(
    admin,
    "extrato 2.csv",
    "Data;Histórico;Docto.;Crédito (R$);Débito (R$);Saldo (R$)\n14/03/2026;DEPOSITO;1;80,00;;80,00\n14/03/2026;DEPOSITO;1;80,00;;80,00\n",
    "PAYMENT",
  );
  expect(again.counts).toMatchObject({ unchanged: 1, undecided: 1 });
});

test("what was paid between plan and run is not paid twice: the rest is on account, and the row says so", async () => {
  const ana = await makeCustomer(admin, { legalName: "Ana Comércio de Flores Ltda" });
  const invoice = await authorized(ana.id, "100");
  const plan = await planned(
    admin,
    "e.ofx",
    ofxOf([{ id: "1", amount: "100.00", memo: `PIX ${invoice.number} ANA COMERCIO DE FLORES` }]),
    "PAYMENT",
  );
  expect(plan.counts).toMatchObject({ new: 1 });
  await makePayment(admin, ana.id, {
    amount: "60",
    allocations: [{ invoiceId: invoice.id, amount: "60" }],
  });
  await ran(admin, plan.id);
  expect(await query("SELECT status, paid::float FROM invoices")).toEqual([
    { status: "PAID", paid: 100 },
  ]);
  expect(await query("SELECT allocated::float FROM payments ORDER BY amount")).toEqual([
    { allocated: 60 },
    { allocated: 40 },
  ]);
  expect((await rowsOf(plan.id))[0]?.issues.map(({ code }) => code)).toEqual(["allocated_less"]);
  await undo(plan.id);
  expect(await query("SELECT status, paid::float FROM invoices")).toEqual([
    { status: "AUTHORIZED", paid: 60 },
  ]);
});

test("imports and payments of one invoice at the same time never allocate more than it owes", async () => {
  const ana = await makeCustomer(admin, { legalName: "Ana Comércio de Flores Ltda" });
  const invoice = await authorized(ana.id, "100");
  const plans = [];
  for (const id of ["1", "2", "3"])
    plans.push(
      await planned(
        admin,
        `${id}.ofx`,
        ofxOf([{ id, amount: "40.00", memo: `PIX ${invoice.number} ANA COMERCIO DE FLORES` }]),
        "PAYMENT",
      ),
    );
  const paying = Array.from({ length: 10 }, () =>
    admin.ask(
      "mutation ($input: CreatePaymentInput!) { createPayment(input: $input) { payment { id } } }",
      {
        input: {
          ...{ customerId: ana.id, paidOn: "2026-01-15", amount: "15", currency: "BRL" },
          allocations: [{ invoiceId: invoice.id, amount: "15" }],
        },
      },
    ),
  );
  await Promise.all([...plans.map(({ id }) => ran(admin, id)), ...paying]);
  const [row] = await query<{ paid: number; balance: number }>(
    "SELECT paid::float, balance::float FROM invoices",
  );
  expect(row?.paid).toBeGreaterThan(90);
  expect(row?.balance).toBeGreaterThanOrEqual(0);
});

test("rows without a clear amount are errors that say what is wrong", async () => {
  const plan = await planned(
    admin,
    "e.csv",
    "Data,Descrição,Crédito,Débito,D/C,Valor\n2026-03-04,nada,,,C,\n2026-03-04,dois,5,6,,\n2026-03-04,sinal,,,C,-5\n2026-03-04,certo,,,D,5\n",
    "PAYMENT",
  );
  expect((await rowsOf(plan.id)).map(({ issues }) => issues.map(({ code }) => code))).toEqual([
    ["no_amount"],
    ["two_amounts"],
    ["sign_contradicts"],
    ["payment_unmatched"],
  ]);
});
