import { addDays } from "@clientela/shared/values/dates";
import { add, compare, negate, subtract, sumByCurrency } from "@clientela/shared/values/money";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { Random } from "../../demo/random.js";
import { makeCreditNote } from "../creditNotes/creditNote.factory.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { worth } from "../documents/line.factory.js";
import { makeInvoice } from "../invoices/invoice.factory.js";
import { ledgerFaults } from "../payments/ledger.factory.js";
import { makePayment } from "../payments/payment.factory.js";

const FIRST_DAY = "2025-12-01";
const STEPS = 60;
const DAYS_A_STEP = 3;

let server: TestServer;
let admin: Caller;
let today = FIRST_DAY;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

function setToday(day: string) {
  today = day;
  server.setNow(new Date(`${day}T15:00:00Z`));
}

type Kind = "SALES" | "PURCHASE";
interface Amount {
  amount: string;
}
interface Invoice {
  id: string;
  version: number;
  kind: Kind;
  status: string;
  balance: Amount;
}
interface Payment {
  id: string;
  direction: "RECEIVED" | "PAID";
  reversedOn: string | null;
  unallocated: Amount;
}
interface CreditNote {
  id: string;
  kind: Kind;
  cancelledOn: string | null;
  unallocated: Amount;
}
interface Account {
  invoices: Invoice[];
  payments: Payment[];
  creditNotes: CreditNote[];
}

async function fetched<Data>(query: string, variables: object): Promise<Data> {
  const { data, errors } = await admin.ask<Data>(query, { ...variables });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function accountOf(id: string): Promise<Account> {
  const { customer } = await fetched<{ customer: Record<keyof Account, { nodes: [] }> }>(
    `query ($id: ID!) { customer(id: $id) {
      invoices(first: 100) { nodes { id version kind status balance { amount } } }
      payments(first: 100) { nodes { id direction reversedOn unallocated { amount } } }
      creditNotes(first: 100) { nodes { id kind cancelledOn unallocated { amount } } } } }`,
    { id },
  );
  return {
    invoices: customer.invoices.nodes,
    payments: customer.payments.nodes,
    creditNotes: customer.creditNotes.nodes,
  };
}

const sumOf = (values: readonly string[]) => values.reduce((sum, one) => add(sum, one), "0");
const directionOf = (kind: Kind) => (kind === "SALES" ? "RECEIVED" : "PAID");

/** As much of an amount as the open invoices take, the first ones first. */
function allocated(open: readonly Invoice[], amount: string) {
  let left = amount;
  return open.flatMap(({ id: invoiceId, balance }) => {
    const part = compare(balance.amount, left) < 0 ? balance.amount : left;
    left = subtract(left, part);
    return compare(part, "0") > 0 ? [{ invoiceId, amount: part }] : [];
  });
}

/** Does something to an account by chance; says whether it was done. */
async function step(random: Random, id: string, deleted: string[], at: number): Promise<boolean> {
  const kind: Kind = random.chance(0.65) ? "SALES" : "PURCHASE";
  const { invoices, payments, creditNotes } = await accountOf(id);
  const ofKind = invoices.filter((invoice) => invoice.kind === kind);
  const open = ofKind.filter(({ status }) => status === "AUTHORIZED").slice(0, 3);
  const amount = `${random.int(1, 500)}.${random.digits("##")}`;
  const past = addDays(today, -random.int(0, 40));
  const mutate = async (field: string, type: string, input: object | undefined) => {
    if (!input) return false;
    const { errors } = await admin.ask(
      `mutation ($input: ${type}!) { ${field}(input: $input) { __typename } }`,
      { input },
    );
    return errors === undefined;
  };
  const pick = <One>(list: readonly One[]) => (list.length > 0 ? random.pick(list) : undefined);
  const reason = "by chance";
  switch (
    random.weighted({
      bill: 5,
      pay: 4,
      credit: 2,
      allocate: 2,
      reverse: 2,
      cancelNote: 1,
      paid: 2,
      cancel: 2,
      remove: 2,
      restore: 2,
    })
  ) {
    case "bill":
      await makeInvoice(admin, id, {
        kind,
        status: "AUTHORIZED",
        issuedOn: past,
        dueOn: addDays(past, random.int(0, 60)),
        lines: worth(amount),
        ...(kind === "PURCHASE" && { number: `X-${at}` }),
      });
      return true;
    case "pay": {
      const allocations = random.chance(0.8) ? allocated(open, amount) : [];
      const direction = directionOf(kind);
      await makePayment(admin, id, { paidOn: past, amount, direction, allocations });
      return true;
    }
    case "credit": {
      const invoiceId = random.chance(0.5) ? open[0]?.id : undefined;
      const issuedOn = past;
      await makeCreditNote(admin, id, { kind, issuedOn, invoiceId, lines: worth(amount) });
      return true;
    }
    case "allocate": {
      const one = payments.find(
        ({ direction, unallocated }) =>
          direction === directionOf(kind) && compare(unallocated.amount, "0") > 0,
      );
      const allocations = one && allocated(open, one.unallocated.amount);
      return mutate("allocatePayment", "AllocatePaymentInput", one && { id: one.id, allocations });
    }
    case "reverse": {
      const one = pick(payments.filter(({ reversedOn }) => !reversedOn));
      return mutate("reversePayment", "ReversePaymentInput", one && { id: one.id, reason });
    }
    case "cancelNote": {
      const one = pick(creditNotes.filter(({ cancelledOn }) => !cancelledOn));
      return mutate("cancelCreditNote", "CancelCreditNoteInput", one && { id: one.id, reason });
    }
    case "paid": {
      const one = pick(ofKind);
      const status = one?.status === "PAID" ? "AUTHORIZED" : "PAID";
      const input = one && { id: one.id, version: one.version, status };
      return mutate("updateInvoice", "UpdateInvoiceInput", input);
    }
    case "cancel": {
      const one = pick(ofKind);
      const input = one && { id: one.id, version: one.version, status: "CANCELLED" };
      return mutate("updateInvoice", "UpdateInvoiceInput", input);
    }
    case "remove": {
      const one = pick(ofKind);
      const done = await mutate("deleteInvoice", "DeleteInput", one && { id: one.id });
      if (done && one) deleted.push(one.id);
      return done;
    }
    default: {
      const one = deleted.shift();
      return mutate("restoreInvoice", "RestoreInput", one === undefined ? undefined : { id: one });
    }
  }
}

interface Statement {
  opening: string;
  closing: string;
  debits: string;
  credits: string;
  movements: { amount: string; balance: string }[];
  open: { type: string; amount: string }[];
}

const PAGED = `query ($id: ID!, $from: Date!, $to: Date!, $kind: InvoiceKind, $moved: String, $opened: String) {
  customerStatement(customerId: $id, from: $from, to: $to, kind: $kind) {
    opening { amount } closing { amount } debits { amount } credits { amount }
    movements(first: 40, after: $moved) { totalCount pageInfo { endCursor hasNextPage } nodes { amount { amount } balance { amount } } }
    openItems(first: 40, after: $opened) { totalCount pageInfo { endCursor hasNextPage } nodes { type open { amount } } }
  } }`;

interface Page<Row> {
  totalCount: number;
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  nodes: Row[];
}
type Paged = Record<"opening" | "closing" | "debits" | "credits", Amount> & {
  movements: Page<{ amount: Amount; balance: Amount }>;
  openItems: Page<{ type: string; open: Amount }>;
};

/** A statement with all pages of its lines; an empty one where nothing moved. */
async function statementOf(id: string, from: string, to: string, kind?: Kind): Promise<Statement> {
  const movements: Statement["movements"] = [];
  const open: Statement["open"] = [];
  let cursors: { moved: string | null; opened: string | null } = { moved: null, opened: null };
  for (;;) {
    const { customerStatement } = await fetched<{ customerStatement: Paged[] }>(PAGED, {
      ...{ id, from, to, kind },
      ...cursors,
    });
    const [one] = customerStatement;
    if (!one) return { opening: "0", closing: "0", debits: "0", credits: "0", movements, open };
    movements.push(
      ...one.movements.nodes.map(({ amount, balance }) => ({
        amount: amount.amount,
        balance: balance.amount,
      })),
    );
    open.push(...one.openItems.nodes.map(({ type, open: { amount } }) => ({ type, amount })));
    if (!one.movements.pageInfo.hasNextPage && !one.openItems.pageInfo.hasNextPage) {
      expect([movements.length, open.length]).toEqual([
        one.movements.totalCount,
        one.openItems.totalCount,
      ]);
      const { opening, closing, debits, credits } = one;
      return {
        opening: opening.amount,
        closing: closing.amount,
        debits: debits.amount,
        credits: credits.amount,
        movements,
        open,
      };
    }
    cursors = {
      moved: one.movements.pageInfo.endCursor ?? cursors.moved,
      opened: one.openItems.pageInfo.endCursor ?? cursors.opened,
    };
  }
}

/** What of a statement does not add up: nothing. */
function faultsOf({ opening, closing, debits, credits, movements, open }: Statement): string[] {
  const same = (what: string, a: string, b: string) =>
    compare(a, b) === 0 ? [] : [`${what}: ${a} is not ${b}`];
  let balance = opening;
  const running = movements.flatMap((movement, index) => {
    balance = add(balance, movement.amount);
    return same(`balance ${index}`, movement.balance, balance);
  });
  return [
    ...running,
    ...same("movements", balance, closing),
    ...same("debits and credits", subtract(add(opening, debits), credits), closing),
    ...same("open items", sumOf(open.map(({ amount }) => amount)), closing),
  ];
}

const AGED = `query ($id: ID!, $asOf: Date) { customer(id: $id) { summary {
  receivables(asOf: $asOf) { total { amount currency } } payables(asOf: $asOf) { total { amount currency } } } } }`;

/** What the summary says is open of sales invoices less purchases, as of a day. */
async function agedOn(id: string, asOf: string | null): Promise<Record<Kind, string>> {
  type Side = { total: { amount: string; currency: string } }[];
  const { customer } = await fetched<{
    customer: { summary: Record<"receivables" | "payables", Side> };
  }>(AGED, { id, asOf });
  const total = (side: Side) => sumByCurrency(side.map((row) => row.total))[0]?.amount ?? "0";
  const { receivables, payables } = customer.summary;
  return { SALES: total(receivables), PURCHASE: negate(total(payables)) };
}

/** What is open of invoices; those that were paid twice by then, as a payment was entered late, are not open. */
const invoicesIn = ({ open }: Statement, kind: Kind) =>
  sumOf(
    open
      .filter(({ type }) => type === "INVOICE")
      .map(({ amount }) => amount)
      .filter((amount) => compare(amount, "0") === (kind === "SALES" ? 1 : -1)),
  );

test("for any history a statement agrees with its open items, the summary, the documents and the ledger", async () => {
  const seed = process.env.SEED ?? "20261130";
  const random = new Random(seed);
  const { id } = await makeCustomer(admin);
  const deleted: string[] = [];
  let done = 0;
  for (let at = 0; at < STEPS; at += 1) {
    setToday(addDays(FIRST_DAY, at * DAYS_A_STEP));
    if (await step(random, id, deleted, at)) done += 1;
  }
  expect([seed, done > STEPS / 2]).toEqual([seed, true]);
  expect([seed, await ledgerFaults(server.app.database.pool)]).toEqual([seed, []]);

  const days = [today, ...Array.from({ length: 6 }, () => addDays(today, -random.int(1, 200)))];
  for (const to of days) {
    const from = addDays(to, -random.int(0, 60));
    const aged = await agedOn(id, to);
    const sides = { SALES: "0", PURCHASE: "0" };
    for (const kind of ["SALES", "PURCHASE"] as const) {
      const one = await statementOf(id, from, to, kind);
      sides[kind] = one.closing;
      const invoices = compare(invoicesIn(one, kind), aged[kind]);
      expect([seed, to, kind, faultsOf(one), invoices]).toEqual([seed, to, kind, [], 0]);
    }
    const both = await statementOf(id, from, to);
    const before = await statementOf(id, "2000-01-01", addDays(from, -1));
    expect([seed, to, faultsOf(both), faultsOf(before)]).toEqual([seed, to, [], []]);
    expect([
      seed,
      compare(both.opening, before.closing),
      compare(both.closing, add(sides.SALES, sides.PURCHASE)),
    ]).toEqual([seed, 0, 0]);
  }

  // Today it is also what the records themselves say.
  const { invoices, payments, creditNotes } = await accountOf(id);
  const inForce = invoices.filter(({ status }) => status === "AUTHORIZED" || status === "PAID");
  const owed = sumOf([
    ...inForce.map(({ kind, balance: { amount } }) => (kind === "SALES" ? amount : negate(amount))),
    ...payments.map(({ direction, unallocated: { amount } }) =>
      direction === "RECEIVED" ? negate(amount) : amount,
    ),
    ...creditNotes.map(({ kind, unallocated: { amount } }) =>
      kind === "SALES" ? negate(amount) : amount,
    ),
  ]);
  const { closing } = await statementOf(id, "2000-01-01", today);
  expect([seed, compare(closing, owed)]).toEqual([seed, 0]);
  expect([seed, await agedOn(id, null)]).toEqual([seed, await agedOn(id, today)]);
});
