import { certainOf, type OpenInvoice, type Payer, proposalsFor } from "./matchPayments.js";

const invoice = (id: string, number: string, balance: bigint, customerId = "ana"): OpenInvoice => ({
  ...{ id, customerId, number, balance },
});
const payer = (invoices: OpenInvoice[], rest: Partial<Payer> = {}): Payer => ({
  ...{ id: "ana", names: ["padaria sao joao ltda"], isNamed: false, hasTaxId: false, invoices },
  ...rest,
});
const match = (amount: bigint, text: string, ...payers: Payer[]) => {
  const proposals = proposalsFor({ amount, text }, payers);
  return { certain: certainOf(proposals), proposals };
};

test("the number of an invoice with its amount is certain, however the number is written", () => {
  const open = payer([invoice("1", "FT 2026/31", 100n), invoice("2", "FT 2026/32", 100n)]);
  for (const text of ["pix ft 2026/31", "pix ft2026-31", "ft 2026 31 obrigado"]) {
    expect(match(100n, text, open).certain).toMatchObject({
      reasons: ["REFERENCE", "AMOUNT"],
      allocations: [{ invoiceId: "1", amount: 100n }],
    });
  }
});

test("an amount alone is never certain, nor is one of two alike", () => {
  expect(match(100n, "deposito", payer([invoice("1", "NF-1001", 100n)]))).toMatchObject({
    certain: null,
    proposals: [{ score: 40, reasons: ["AMOUNT"] }],
  });
  const twice = payer([invoice("1", "NF-1001", 100n), invoice("2", "NF-1002", 100n)]);
  expect(match(100n, "pix padaria sao joao", twice).certain).toBeNull();
  const once = payer([invoice("1", "NF-1001", 100n), invoice("2", "NF-1002", 90n)]);
  expect(match(100n, "pix padaria sao joao", once).certain?.reasons).toEqual(["NAME", "AMOUNT"]);
});

test("several invoices of one customer that come to the amount", () => {
  const open = payer(
    [invoice("1", "A-1", 70n), invoice("2", "A-2", 30n), invoice("3", "A-3", 45n)],
    {
      hasTaxId: true,
    },
  );
  const { certain } = match(115n, "ted", open);
  expect(certain?.allocations).toEqual([
    { invoiceId: "1", amount: 70n },
    { invoiceId: "3", amount: 45n },
  ]);
  // Two ways to come to it.
  const alike = payer(
    [invoice("1", "A-1", 70n), invoice("2", "A-2", 30n), invoice("3", "A-3", 30n)],
    {
      hasTaxId: true,
    },
  );
  expect(match(100n, "ted", alike).certain).toBeNull();
});

test("a part payment pays what it is, and what is too much stays on account", () => {
  const open = payer([invoice("1", "NF-1001", 100n), invoice("2", "NF-1002", 50n)], {
    hasTaxId: true,
  });
  expect(match(60n, "nf 1001", open).certain?.allocations).toEqual([
    { invoiceId: "1", amount: 60n },
  ]);
  expect(match(160n, "nf 1001", open).certain?.allocations).toEqual([
    { invoiceId: "1", amount: 100n },
  ]);
});

test("what is settled by an earlier row is not proposed again", () => {
  expect(match(100n, "nf 1001", payer([invoice("1", "NF-1001", 0n)])).proposals).toEqual([]);
});

test("no text takes long: sums are searched for in a limited number of steps", () => {
  const many = Array.from({ length: 50 }, (_, at) =>
    invoice(String(at), `A-${at}`, 1n + BigInt(at) * 7n),
  );
  const before = process.cpuUsage().user;
  match(1_001n, "padaria sao joao ".repeat(100), payer(many));
  expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(1_000);
});
