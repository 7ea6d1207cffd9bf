/** Where a customer stands with us. */
export const CUSTOMER_STATUSES = ["LEAD", "ACTIVE", "INACTIVE", "ARCHIVED"] as const;
/** Where a customer stands with us. */
export type CustomerStatus = (typeof CUSTOMER_STATUSES)[number];

/** What an address of a customer is for. */
export const ADDRESS_KINDS = ["MAIN", "BILLING", "DELIVERY"] as const;
/** What an address of a customer is for. */
export type AddressKind = (typeof ADDRESS_KINDS)[number];

/** Why a person is told of a record. */
export const NOTIFICATION_KINDS = [
  "MENTIONED",
  "ASSIGNED",
  "IMPORT_FINISHED",
  "EXPORT_FINISHED",
] as const;
/** Why a person is told of a record. */
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** The stages of a project's life. */
export const PROJECT_STATUSES = ["PLANNED", "ACTIVE", "ON_HOLD", "DONE", "CANCELLED"] as const;
/** The stages of a project's life. */
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** How far a task is. */
export const TASK_STATUSES = ["TODO", "IN_PROGRESS", "DONE"] as const;
/** How far a task is. */
export type TaskStatus = (typeof TASK_STATUSES)[number];

/**
 * The states of a task as people see them, by its status, its due date and today: open ones are
 * overdue, due today, upcoming or without a due date.
 */
export const TASK_STATES = [
  "OPEN",
  "OVERDUE",
  "DUE_TODAY",
  "UPCOMING",
  "NO_DUE_DATE",
  "DONE",
] as const;
/** The states of a task as people see them. */
export type TaskState = (typeof TASK_STATES)[number];

/** How urgent a task is, from the least to the most. */
export const TASK_PRIORITIES = ["LOW", "NORMAL", "HIGH", "URGENT"] as const;
/** How urgent a task is. */
export type TaskPriority = (typeof TASK_PRIORITIES)[number];

/** The stages of a deal, from the first talk to its end. */
export const DEAL_STAGES = ["LEAD", "QUALIFIED", "PROPOSAL", "NEGOTIATION", "WON", "LOST"] as const;
/** The stages of a deal. */
export type DealStage = (typeof DEAL_STAGES)[number];

/** An offer is made unasked, a quote answers a request. */
export const QUOTE_KINDS = ["OFFER", "QUOTE"] as const;
/** An offer is made unasked, a quote answers a request. */
export type QuoteKind = (typeof QUOTE_KINDS)[number];

/** The states of an offer or a quote. */
export const QUOTE_STATUSES = ["DRAFT", "SENT", "ACCEPTED", "REJECTED", "EXPIRED"] as const;
/** The states of an offer or a quote. */
export type QuoteStatus = (typeof QUOTE_STATUSES)[number];

/** The states of a purchase order. */
export const ORDER_STATUSES = ["DRAFT", "OPEN", "FINALIZED", "CANCELLED"] as const;
/** The states of a purchase order. */
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** Whether we sold to the customer or bought from it. */
export const INVOICE_KINDS = ["SALES", "PURCHASE"] as const;
/** Whether we sold to the customer or bought from it. */
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

/** The stored states of an invoice. */
export const INVOICE_STATUSES = ["DRAFT", "PENDING", "AUTHORIZED", "PAID", "CANCELLED"] as const;
/** The stored states of an invoice. */
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

/** The states of an invoice as people see them: stored ones, and overdue, which depends on today. */
export const INVOICE_STATES = [
  "DRAFT",
  "PENDING",
  "AUTHORIZED",
  "OVERDUE",
  "PAID",
  "CANCELLED",
] as const;
/** The states of an invoice as people see them. */
export type InvoiceState = (typeof INVOICE_STATES)[number];

/** For each state, the states that may follow it. */
export type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>;

/** How an order may go on; finalised and cancelled are ends. */
export const ORDER_TRANSITIONS: Transitions<OrderStatus> = {
  DRAFT: ["OPEN", "CANCELLED"],
  OPEN: ["FINALIZED", "CANCELLED"],
  FINALIZED: [],
  CANCELLED: [],
};

/** How an invoice may go on; one that is refused goes back to draft, a payment can be taken back. */
export const INVOICE_TRANSITIONS: Transitions<InvoiceStatus> = {
  DRAFT: ["PENDING", "CANCELLED"],
  PENDING: ["AUTHORIZED", "DRAFT", "CANCELLED"],
  AUTHORIZED: ["PAID", "CANCELLED"],
  PAID: ["AUTHORIZED"],
  CANCELLED: [],
};

/** How an offer or a quote may go on; one that expired can be sent again. */
export const QUOTE_TRANSITIONS: Transitions<QuoteStatus> = {
  DRAFT: ["SENT"],
  SENT: ["ACCEPTED", "REJECTED", "EXPIRED", "DRAFT"],
  ACCEPTED: [],
  REJECTED: ["DRAFT"],
  EXPIRED: ["DRAFT", "SENT"],
};

const OPEN_DEAL_STAGES = ["LEAD", "QUALIFIED", "PROPOSAL", "NEGOTIATION"] as const;
const fromOpenStage = (stage: DealStage): DealStage[] =>
  DEAL_STAGES.filter((next) => next !== stage);

/** How a deal may move: freely while it is open; one that ended can only be opened again. */
export const DEAL_TRANSITIONS: Transitions<DealStage> = {
  LEAD: fromOpenStage("LEAD"),
  QUALIFIED: fromOpenStage("QUALIFIED"),
  PROPOSAL: fromOpenStage("PROPOSAL"),
  NEGOTIATION: fromOpenStage("NEGOTIATION"),
  WON: OPEN_DEAL_STAGES,
  LOST: OPEN_DEAL_STAGES,
};

/** Whether a state may follow another; staying as it is always may. */
export function mayBecome<State extends string>(
  transitions: Transitions<State>,
  from: State,
  to: State,
): boolean {
  return from === to || transitions[from].includes(to);
}

/** Whether a state may follow another by way of others. */
export function mayReach<State extends string>(
  transitions: Transitions<State>,
  from: State,
  to: State,
): boolean {
  const reached = new Set([from]);
  for (const state of reached) for (const next of transitions[state]) reached.add(next);
  return reached.has(to);
}
