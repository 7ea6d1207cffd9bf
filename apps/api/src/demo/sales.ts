import type { Calendar } from "./calendar.js";
import type { DemoCustomer } from "./customers.js";
import { currencyFor, linesIn, putLines } from "./goods.js";
import type { Kind, Row, Story } from "./story.js";

const DEAL: Kind = { table: "deals", type: "Deal" };
const QUOTE: Kind = { table: "quotes", type: "Quote" };
const ORDER: Kind = { table: "orders", type: "Order" };

const DEALS = [
  "Renovação do contrato",
  "Ampliação da loja",
  "Pacote anual de suporte",
  "Fornecimento mensal",
  "Nova filial",
  "Modernização do parque de máquinas",
  "Automação do caixa",
  "Projeto piloto",
  "Licenças adicionais",
  "Campanha de fim de ano",
];
const CHANCES = {
  LEAD: 10,
  QUALIFIED: 30,
  PROPOSAL: 50,
  NEGOTIATION: 75,
  WON: 100,
  LOST: 0,
} as const;

function addDeals(customer: DemoCustomer, story: Story, calendar: Calendar): Row[] {
  const random = customer.random.fork("deals");
  const count = random.around(0.8 + 26 * customer.busyness);
  return Array.from({ length: count }, () => {
    const age = random.int(1, Math.min(customer.age, 300));
    const by = customer.owner;
    const currency = currencyFor(customer.currency, random);
    const deal = story.create(
      DEAL,
      { at: calendar.instant(-age, random), by },
      {
        customerId: customer.id,
        title: random.pick(DEALS),
        stage: "LEAD",
        value: linesIn(currency, random).total,
        currency,
        probability: CHANCES.LEAD,
        expectedCloseOn: random.chance(0.85) ? calendar.day(random.int(15, 150) - age) : null,
        ownerId: by.id,
        notes: null,
      },
    );
    const stage = random.weighted(
      age > 90
        ? { WON: 45, LOST: 35, NEGOTIATION: 10, PROPOSAL: 10 }
        : { LEAD: 25, QUALIFIED: 25, PROPOSAL: 25, NEGOTIATION: 15, WON: 6, LOST: 4 },
    );
    if (stage !== "LEAD") {
      const at = calendar.instant(-random.int(0, age - 1), random);
      story.update(DEAL, { at, by }, deal, { stage, probability: CHANCES[stage] });
    }
    return deal;
  });
}

function addQuotes(
  customer: DemoCustomer,
  deals: readonly Row[],
  story: Story,
  calendar: Calendar,
): Row[] {
  const random = customer.random.fork("quotes");
  const count = random.around(1 + 32 * customer.busyness);
  return Array.from({ length: count }, () => {
    const age = 1 + Math.min(customer.age - 1, random.around(90));
    const valid = random.pick([15, 30, 30, 60]) - age;
    const by = customer.owner;
    const currency = currencyFor(customer.currency, random);
    const priced = linesIn(currency, random);
    const quote = story.create(
      QUOTE,
      { at: calendar.instant(-age, random), by },
      {
        customerId: customer.id,
        dealId: deals.length > 0 && random.chance(0.5) ? (random.pick(deals).id ?? null) : null,
        kind: random.weighted({ QUOTE: 65, OFFER: 35 }),
        status: "DRAFT",
        issuedOn: calendar.day(-age),
        validUntil: calendar.day(valid),
        currency,
        total: priced.total,
        notes: null,
      },
    );
    putLines(story, "quote", quote, priced, random);
    const status = random.weighted(
      valid < 0
        ? { ACCEPTED: 50, REJECTED: 20, EXPIRED: 30 }
        : { DRAFT: 20, SENT: 50, ACCEPTED: 30 },
    );
    if (status !== "DRAFT") {
      const at = calendar.instant(-random.int(0, age - 1), random);
      story.update(QUOTE, { at, by }, quote, { status });
    }
    return quote;
  });
}

function addOrders(
  customer: DemoCustomer,
  quotes: readonly Row[],
  story: Story,
  calendar: Calendar,
): Row[] {
  const random = customer.random.fork("orders");
  const accepted = quotes.filter((quote) => quote.status === "ACCEPTED");
  const count = random.around(1.4 + 50 * customer.busyness);
  return Array.from({ length: count }, () => {
    const age = 1 + Math.min(customer.age - 1, random.around(130));
    const by = customer.owner;
    const currency = currencyFor(customer.currency, random);
    const priced = linesIn(currency, random);
    const order = story.create(
      ORDER,
      { at: calendar.instant(-age, random), by },
      {
        customerId: customer.id,
        quoteId:
          accepted.length > 0 && random.chance(0.4) ? (random.pick(accepted).id ?? null) : null,
        reference: random.chance(0.5) ? random.digits("PC-####/##") : null,
        status: "DRAFT",
        orderedOn: calendar.day(-age),
        currency,
        total: priced.total,
        notes: random.chance(0.1) ? "Entregar no endereço de entrega, das 8h às 12h." : null,
      },
    );
    putLines(story, "order", order, priced, random);
    const status = random.weighted(
      age > 40
        ? { FINALIZED: 80, OPEN: 8, CANCELLED: 12 }
        : { OPEN: 55, FINALIZED: 25, DRAFT: 15, CANCELLED: 5 },
    );
    if (status !== "DRAFT") {
      const at = calendar.instant(-random.int(0, age - 1), random);
      story.update(ORDER, { at, by }, order, { status });
    }
    return order;
  });
}

/** The deals, quotes and orders of customers; answers each one's orders, in the customers' order. */
export function makeSales(
  customers: readonly DemoCustomer[],
  story: Story,
  calendar: Calendar,
): Row[][] {
  return customers.map((customer) => {
    const deals = addDeals(customer, story, calendar);
    const quotes = addQuotes(customer, deals, story, calendar);
    return addOrders(customer, quotes, story, calendar);
  });
}
