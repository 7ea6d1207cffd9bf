import { PROMISE_STATES, type PromiseState } from "@clientela/shared/promises/promiseFields";
import type { CustomerFilter, CustomerOrderField } from "../../../gql/graphql.js";
import type { AccountVariables } from "./accountRows.js";
import { BUCKETS, type Bucket, type Side } from "./buckets.js";

const ORDERS = {
  receivables: {
    name: "LEGAL_NAME",
    total: "OUTSTANDING",
    overdue: "OVERDUE",
    oldest: "RECEIVABLES_OLDEST_DUE",
    notDue: "RECEIVABLES_NOT_DUE",
    days1To30: "RECEIVABLES_DAYS_1_TO_30",
    days31To60: "RECEIVABLES_DAYS_31_TO_60",
    days61To90: "RECEIVABLES_DAYS_61_TO_90",
    over90: "RECEIVABLES_OVER_90",
  },
  payables: {
    name: "LEGAL_NAME",
    total: "PAYABLES",
    overdue: "PAYABLES_OVERDUE",
    oldest: "PAYABLES_OLDEST_DUE",
    notDue: "PAYABLES_NOT_DUE",
    days1To30: "PAYABLES_DAYS_1_TO_30",
    days31To60: "PAYABLES_DAYS_31_TO_60",
    days61To90: "PAYABLES_DAYS_61_TO_90",
    over90: "PAYABLES_OVER_90",
  },
} as const satisfies Record<Side, Record<string, CustomerOrderField>>;

const FILTERS = {
  receivables: {
    total: "outstanding",
    notDue: "receivablesNotDue",
    days1To30: "receivablesDays1To30",
    days31To60: "receivablesDays31To60",
    days61To90: "receivablesDays61To90",
    over90: "receivablesOver90",
  },
  payables: {
    total: "payables",
    notDue: "payablesNotDue",
    days1To30: "payablesDays1To30",
    days31To60: "payablesDays31To60",
    days61To90: "payablesDays61To90",
    over90: "payablesOver90",
  },
} as const satisfies Record<Side, Record<Bucket | "total", keyof CustomerFilter>>;

type Column = keyof (typeof ORDERS)["receivables"];

/** What the page is asked by its URL. */
export interface AccountsParams {
  bucket: Bucket | null;
  /** A user's id, or "". */
  owner: string;
  /** Customers with a promise in this state; null for all. */
  promise: PromiseState | null;
  currency: string;
  sort: { column: Column; direction: "asc" | "desc" };
}

const isColumn = (text: string): text is Column => Object.hasOwn(ORDERS.receivables, text);

/** Whether a column sorts. */
export const isSortable = isColumn;

/** Reads what the page is asked from a URL; what makes no sense is left out. */
export function readAccountsParams(params: URLSearchParams, ownCurrency: string): AccountsParams {
  const sort = params.get("sort") ?? "";
  const column = sort.replace(/^-/, "");
  const currency = params.get("currency") ?? "";
  return {
    bucket: BUCKETS.find((bucket) => bucket === params.get("bucket")) ?? null,
    owner: params.get("owner") ?? "",
    promise: PROMISE_STATES.find((state) => state === params.get("promise")) ?? null,
    currency: /^[A-Z]{3}$/.test(currency) ? currency : ownCurrency,
    sort: isColumn(column)
      ? { column, direction: sort.startsWith("-") ? "desc" : "asc" }
      : { column: "total", direction: "desc" },
  };
}

// The smallest amount of any currency.
const ANYTHING = "0.0001";

/** The API's filter and order: customers with anything open in the currency, or in one bucket of it. */
export function accountVariables(side: Side, params: AccountsParams): AccountVariables {
  const { bucket, owner, promise, currency, sort } = params;
  return {
    receivables: side === "receivables",
    filter: {
      // Whoever owes something is not left out for being archived.
      status: ["LEAD", "ACTIVE", "INACTIVE", "ARCHIVED"],
      [FILTERS[side][bucket ?? "total"]]: { from: ANYTHING, currency },
      ...(owner ? { ownerIds: [owner] } : {}),
      ...(promise && side === "receivables" ? { promiseToPay: [promise] } : {}),
    },
    orderBy: {
      field: ORDERS[side][sort.column],
      direction: sort.direction === "desc" ? "DESC" : "ASC",
      currency,
    },
  };
}
