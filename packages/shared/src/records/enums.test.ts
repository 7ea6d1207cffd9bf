import {
  DEAL_TRANSITIONS,
  INVOICE_TRANSITIONS,
  mayBecome,
  ORDER_TRANSITIONS,
  QUOTE_TRANSITIONS,
} from "./enums.js";

test("staying as it is is always allowed", () => {
  expect(mayBecome(ORDER_TRANSITIONS, "CANCELLED", "CANCELLED")).toBe(true);
});

test("an order is finalised only after it was open, and never comes back", () => {
  expect(mayBecome(ORDER_TRANSITIONS, "DRAFT", "FINALIZED")).toBe(false);
  expect(mayBecome(ORDER_TRANSITIONS, "OPEN", "FINALIZED")).toBe(true);
  expect(mayBecome(ORDER_TRANSITIONS, "FINALIZED", "OPEN")).toBe(false);
});

test("an invoice is paid only once it is authorised", () => {
  expect(mayBecome(INVOICE_TRANSITIONS, "PENDING", "PAID")).toBe(false);
  expect(mayBecome(INVOICE_TRANSITIONS, "AUTHORIZED", "PAID")).toBe(true);
  expect(mayBecome(INVOICE_TRANSITIONS, "CANCELLED", "PAID")).toBe(false);
});

test("a quote is accepted only after it was sent", () => {
  expect(mayBecome(QUOTE_TRANSITIONS, "DRAFT", "ACCEPTED")).toBe(false);
  expect(mayBecome(QUOTE_TRANSITIONS, "SENT", "ACCEPTED")).toBe(true);
});

test("a lost deal can be opened again but not turned into a won one", () => {
  expect(mayBecome(DEAL_TRANSITIONS, "LEAD", "NEGOTIATION")).toBe(true);
  expect(mayBecome(DEAL_TRANSITIONS, "LOST", "PROPOSAL")).toBe(true);
  expect(mayBecome(DEAL_TRANSITIONS, "LOST", "WON")).toBe(false);
});
