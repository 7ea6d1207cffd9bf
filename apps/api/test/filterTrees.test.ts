import { addDays } from "@clientela/shared/values/dates";
import { Random } from "../src/demo/random.js";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { makeDeal } from "../src/features/deals/deal.factory.js";
import { makeTask } from "../src/features/tasks/task.factory.js";
import { type Caller, startServer, type TestServer, UNLIMITED_ANSWERS } from "./server.js";

// COUNT and SEED say how many filters, and which.
const COUNT = Number(process.env.COUNT ?? 100);
const SEED = process.env.SEED ?? String(Date.now());
const TODAY = "2026-03-31";
const CUSTOMERS = 24;

interface DealRow {
  title: string;
  value: number;
  currency: string;
  stage: string;
  expectedCloseOn: string | null;
}
interface TaskRow {
  title: string;
  dueOn: string | null;
  status: string;
}
interface CustomerRow {
  legalName: string;
  tradeName: string | null;
  status: string;
  city: string | null;
  tags: string[];
  paymentTermDays: number | null;
  createdOn: string;
  deals: DealRow[];
  tasks: TaskRow[];
}

type Filter = Record<string, unknown>;
type Test<Row> = (row: Row) => boolean;
/** A filter as callers write it, and the same in plain code. */
type Both<Row> = [filter: Filter, test: Test<Row>];

const random = new Random(SEED);
let server: TestServer;
let admin: Caller;
const customers = new Map<string, CustomerRow>();
const deals = new Map<string, DealRow & { customer: CustomerRow }>();

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const maybe = <Value>(value: Value): Value | null => (random.chance(0.3) ? null : value);
const WORDS = ["Padaria", "São João", "Oficina", "Pão de Açúcar", "Livraria"] as const;
const CURRENCIES = ["BRL", "EUR"] as const;

beforeAll(async () => {
  server = await startServer({ limits: UNLIMITED_ANSWERS });
  server.setNow(new Date(`${TODAY}T12:00:00Z`));
  admin = await server.signIn("admin");
  for (let index = 0; index < CUSTOMERS; index += 1) {
    const row: CustomerRow = {
      legalName: `${random.pick(WORDS)} ${index}`,
      tradeName: maybe(random.pick(WORDS)),
      status: random.pick(["LEAD", "ACTIVE", "INACTIVE"]),
      city: maybe(random.pick(["São Paulo", "Recife", "Porto"])),
      tags: random.chance(0.4) ? [] : [random.pick(["vip", "novo"])],
      paymentTermDays: maybe(random.int(0, 60)),
      createdOn: addDays(TODAY, -random.int(0, 60)),
      deals: [],
      tasks: [],
    };
    const { id } = await makeCustomer(admin, {
      legalName: row.legalName,
      tradeName: row.tradeName,
      status: row.status,
      address: { street: "Rua Direita", city: row.city, country: "BR" },
      tags: row.tags,
      paymentTermDays: row.paymentTermDays,
    });
    await server.asOwner(
      `UPDATE customers SET created_at = '${row.createdOn}T15:00:00Z' WHERE id = '${id}'`,
    );
    customers.set(id, row);
    for (let count = random.int(0, 3); count > 0; count -= 1) {
      const deal: DealRow = {
        title: random.pick(WORDS),
        value: random.int(0, 4) * 1_000,
        currency: random.pick(CURRENCIES),
        stage: random.pick(["LEAD", "WON", "LOST"]),
        expectedCloseOn: maybe(addDays(TODAY, random.int(-40, 40))),
      };
      const made = await makeDeal(admin, id, { ...deal, value: String(deal.value) });
      row.deals.push(deal);
      deals.set(made.id, { ...deal, customer: row });
    }
    for (let count = random.int(0, 2); count > 0; count -= 1) {
      const task: TaskRow = {
        title: random.pick(WORDS),
        dueOn: maybe(addDays(TODAY, random.int(-20, 20))),
        status: random.pick(["TODO", "DONE"]),
      };
      await makeTask(admin, id, { ...task });
      row.tasks.push(task);
    }
  }
});
afterAll(() => server.close());

const text = <Row>(name: string, of: (row: Row) => string | null): Both<Row> => {
  const word = random.pick(["pad", "SAO", "açú", "livraria", "porto"]);
  const whole = random.pick(["são paulo", "Padaria", "RECIFE"]);
  const empty = random.chance(0.5);
  return random.pick<Both<Row>>([
    [{ [name]: { contains: word } }, (row) => folded(of(row) ?? "").includes(folded(word))],
    [{ [name]: { in: [whole] } }, (row) => folded(of(row) ?? "") === folded(whole)],
    [{ [name]: { isEmpty: empty } }, (row) => (of(row) === null) === empty],
  ]);
};

const compare = {
  gte: (one: string | number, other: string | number) => one >= other,
  gt: (one: string | number, other: string | number) => one > other,
  lte: (one: string | number, other: string | number) => one <= other,
  lt: (one: string | number, other: string | number) => one < other,
};
const operator = () => random.pick(["gte", "gt", "lte", "lt"] as const);

const number = <Row>(name: string, of: (row: Row) => number | null, most: number): Both<Row> => {
  const [is, bound] = [operator(), random.int(0, most)];
  return [
    { [name]: { [is]: String(bound) } },
    (row) => {
      const value = of(row);
      return value !== null && compare[is](value, bound);
    },
  ];
};

const day = <Row>(name: string, of: (row: Row) => string | null): Both<Row> => {
  const [is, days] = [operator(), random.int(-40, 40)];
  const bound = addDays(TODAY, days);
  const written = random.chance(0.5) ? bound : `${days < 0 ? "-" : ""}P${Math.abs(days)}D`;
  return [
    { [name]: { [is]: written } },
    (row) => {
      const value = of(row);
      return value !== null && compare[is](value, bound);
    },
  ];
};

const amount = <Row>(
  name: string,
  of: (row: Row) => { value: number; currency: string },
): Both<Row> => {
  const currency = random.pick([...CURRENCIES, null]);
  const [filter, test] = number<Row>(name, (row) => of(row).value, 4_000);
  return [
    { [name]: { ...(filter[name] as object), currency } },
    (row) => of(row).currency === (currency ?? "BRL") && test(row),
  ];
};

const grouped = <Row>(leaf: () => Both<Row>, depth: number): Both<Row> => {
  if (depth === 0 || random.chance(0.3)) return leaf();
  const parts = Array.from({ length: random.int(0, 3) }, () => grouped(leaf, depth - 1));
  const filters = parts.map(([filter]) => filter);
  const [beside, besideHolds] = random.chance(0.3) ? leaf() : [{}, () => true];
  const [one, oneHolds] = grouped(leaf, depth - 1);
  return random.pick<Both<Row>>([
    [
      { ...beside, and: filters },
      (row) => besideHolds(row) && parts.every(([, holds]) => holds(row)),
    ],
    [
      { ...beside, or: filters },
      (row) => besideHolds(row) && parts.some(([, holds]) => holds(row)),
    ],
    [{ ...beside, not: one }, (row) => besideHolds(row) && !oneHolds(row)],
  ]);
};

const related = <Row, Other>(
  name: string,
  of: (row: Row) => readonly Other[],
  [filter, holds]: Both<Other>,
): Both<Row> =>
  random.chance(0.5)
    ? [{ [name]: { some: filter } }, (row) => of(row).some(holds)]
    : [{ [name]: { none: filter } }, (row) => !of(row).some(holds)];

const ofDeal = (): Both<DealRow> => {
  const open = random.chance(0.5);
  return random.pick<() => Both<DealRow>>([
    () => text("title", (deal) => deal.title),
    () => amount("value", (deal) => deal),
    () => day("expectedCloseOn", (deal) => deal.expectedCloseOn),
    () => [{ open }, (deal) => (deal.stage === "LEAD") === open],
  ])();
};

const ofTask = (): Both<TaskRow> =>
  random.pick<() => Both<TaskRow>>([
    () => text("title", (task) => task.title),
    () => day("dueOn", (task) => task.dueOn),
    () => [{ state: ["OPEN"] }, (task) => task.status !== "DONE"],
  ])();

const isOverdue = ({ dueOn, status }: TaskRow) =>
  status !== "DONE" && dueOn !== null && dueOn < TODAY;

const stated = (): Both<CustomerRow> => {
  const from = random.int(0, 2);
  const status = random.pick(["LEAD", "ACTIVE", "INACTIVE"]);
  const untagged = random.chance(0.5);
  return random.pick<() => Both<CustomerRow>>([
    () => text("legalName", (row) => row.legalName),
    () => text("tradeName", (row) => row.tradeName),
    () => text("addressCity", (row) => row.city),
    () => number("paymentTermDays", (row) => row.paymentTermDays, 60),
    () => day("createdAt", (row) => row.createdOn),
    () => [{ status: [status] }, (row) => row.status === status],
    () => [{ untagged }, (row) => (row.tags.length === 0) === untagged],
    () => [
      { overdueTasks: { from, to: 2 } },
      ({ tasks }) => {
        const count = tasks.filter(isOverdue).length;
        return count >= from && count <= 2;
      },
    ],
    () => [{ hasOverdueTasks: true }, ({ tasks }) => tasks.some(isOverdue)],
  ])();
};

const ofCustomer = (): Both<CustomerRow> =>
  random.pick<() => Both<CustomerRow>>([
    stated,
    stated,
    () => related("deals", (row) => row.deals, grouped(ofDeal, 1)),
    () => related("tasks", (row) => row.tasks, grouped(ofTask, 1)),
  ])();

async function found(list: string, type: string, filter: Filter, order = ""): Promise<string[]> {
  const { data, errors } = await admin.ask<
    Record<string, { nodes: { id: string }[]; totalCount: number }>
  >(
    `query ($filter: ${type}) { ${list}(first: 100, filter: $filter${order}) { totalCount nodes { id } } }`,
    { filter },
  );
  if (errors) throw new Error(`${JSON.stringify(filter)}: ${JSON.stringify(errors)}`);
  const { nodes, totalCount } = data[list] ?? { nodes: [], totalCount: -1 };
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ id }) => id).sort();
}

const expected = <Row>(rows: ReadonlyMap<string, Row>, holds: Test<Row>): string[] =>
  [...rows]
    .filter(([, row]) => holds(row))
    .map(([id]) => id)
    .sort();

test(`customers are those for which a random filter holds in plain code (COUNT=${COUNT} SEED=${SEED})`, async () => {
  for (let index = 0; index < COUNT; index += 1) {
    const [filter, holds] = grouped(ofCustomer, 3);
    const order = random.pick(["", ", orderBy: { field: OVERDUE_TASKS, direction: DESC }"]);
    const ids = await found("customers", "CustomerFilter", filter, order);
    expect({ filter, order, ids }).toEqual({ filter, order, ids: expected(customers, holds) });
  }
}, 60_000);

test(`deals are those for which a random filter on them and their customers holds (COUNT=${COUNT} SEED=${SEED})`, async () => {
  const leaf = (): Both<DealRow & { customer: CustomerRow }> => {
    if (random.chance(0.6)) return ofDeal();
    const [filter, holds] = grouped(ofCustomer, 1);
    return [{ customer: filter }, (deal) => holds(deal.customer)];
  };
  for (let index = 0; index < COUNT; index += 1) {
    const [filter, holds] = grouped(leaf, 2);
    const ids = await found("deals", "DealFilter", filter);
    expect({ filter, ids }).toEqual({ filter, ids: expected(deals, holds) });
  }
}, 60_000);
