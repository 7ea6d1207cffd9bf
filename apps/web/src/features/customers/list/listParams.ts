import { CUSTOMER_STATUSES, type CustomerStatus } from "@clientela/shared/records/enums";
import { isCountry } from "@clientela/shared/values/countries";
import type { CustomerFilter, CustomerOrder, CustomerOrderField } from "../../../gql/graphql.js";
import type { PermissionSet } from "../../../session/viewer.js";
import { dateOn, type FilterDay, readFilterDay } from "./filters/filterDays.js";
import { type FilterName, filterNames } from "./filters/filterNames.js";
import {
  type MetricRange,
  metricFilter,
  readCurrency,
  readMetrics,
  writeMetric,
} from "./filters/metricRanges.js";
import { mayShow } from "./mayShow.js";

/** The views that everyone has. */
export const views = ["all", "mine", "overdue", "archived"] as const;

/** One of the views. */
export type View = (typeof views)[number];

/** By what the list can be sorted, as the URL names it: a column's id. */
export const sortFields = {
  name: "LEGAL_NAME",
  number: "NUMBER",
  city: "CITY",
  country: "COUNTRY",
  status: "STATUS",
  owner: "OWNER",
  projects: "ACTIVE_PROJECTS",
  hours: "HOURS",
  tasks: "OVERDUE_TASKS",
  orders: "OPEN_ORDERS",
  outstanding: "OUTSTANDING",
  overdue: "OVERDUE",
  receivablesNotDue: "RECEIVABLES_NOT_DUE",
  receivablesDays1To30: "RECEIVABLES_DAYS_1_TO_30",
  receivablesDays31To60: "RECEIVABLES_DAYS_31_TO_60",
  receivablesDays61To90: "RECEIVABLES_DAYS_61_TO_90",
  receivablesOver90: "RECEIVABLES_OVER_90",
  receivablesOldestDueOn: "RECEIVABLES_OLDEST_DUE",
  payables: "PAYABLES",
  payablesOverdue: "PAYABLES_OVERDUE",
  payablesNotDue: "PAYABLES_NOT_DUE",
  payablesDays1To30: "PAYABLES_DAYS_1_TO_30",
  payablesDays31To60: "PAYABLES_DAYS_31_TO_60",
  payablesDays61To90: "PAYABLES_DAYS_61_TO_90",
  payablesOver90: "PAYABLES_OVER_90",
  payablesOldestDueOn: "PAYABLES_OLDEST_DUE",
  activity: "LAST_ACTIVITY",
  created: "CREATED_AT",
  updated: "UPDATED_AT",
} as const satisfies Record<string, CustomerOrderField>;

/** A column that the list can be sorted by. */
export type SortColumn = keyof typeof sortFields;

/** Whether the list can be sorted by a column. */
export function isSortColumn(id: string): id is SortColumn {
  return Object.hasOwn(sortFields, id);
}

/** The owner filter's value for customers without an owner. */
export const nobody = "none";

/** The parameters of the list: everything in its URL. */
export interface ListParams {
  view: View;
  search: string;
  status: CustomerStatus[];
  /** User ids, and `nobody`. */
  owners: string[];
  tags: string[];
  /** A part of the city's name. */
  city: string;
  countries: string[];
  overdueInvoices: boolean;
  overdueTasks: boolean;
  /** Without an open task. */
  noNextStep: boolean;
  /** With more used than their credit limit. */
  overCreditLimit: boolean;
  addressMissing: boolean;
  createdFrom: FilterDay;
  createdTo: FilterDay;
  /** Since when nothing happened. */
  idleSince: FilterDay;
  /** Ranges of metrics, all of which must hold. */
  metrics: MetricRange[];
  /** In which currency amounts are filtered and sorted; "" for the organisation's. */
  currency: string;
  sort: { column: SortColumn; direction: "asc" | "desc" };
  /** The columns to show, if the URL gives them. */
  columns: string[];
  /** The id of the kept view that it began with, or "". */
  saved: string;
}

function listOf(text: string | null): string[] {
  return (text ?? "").split(",").filter(Boolean);
}

function isStatus(text: string): text is CustomerStatus {
  return CUSTOMER_STATUSES.some((status) => status === text);
}

function sortOf(text: string | null, permissions: PermissionSet): ListParams["sort"] {
  const descending = text?.startsWith("-") ?? false;
  const name = descending ? text?.slice(1) : text;
  return name && isSortColumn(name) && mayShow(name, permissions)
    ? { column: name, direction: descending ? "desc" : "asc" }
    : { column: "name", direction: "asc" };
}

/** Whether a person may ask for a view. */
export const mayView = (view: View, permissions: PermissionSet): boolean =>
  view !== "overdue" || permissions.has("invoices:read");

/** Reads the parameters from a URL; invalid ones, and those that the person may not use, are omitted. */
export function readListParams(params: URLSearchParams, permissions: PermissionSet): ListParams {
  return {
    view: views.find((view) => view === params.get("view") && mayView(view, permissions)) ?? "all",
    search: params.get("q") ?? "",
    status: listOf(params.get("status")).filter(isStatus),
    owners: listOf(params.get("owner")),
    tags: params.getAll("tag").filter(Boolean),
    city: params.get("city") ?? "",
    countries: listOf(params.get("country")).filter(isCountry),
    overdueInvoices:
      permissions.has("invoices:read") && listOf(params.get("overdue")).includes("invoices"),
    overdueTasks: permissions.has("tasks:read") && listOf(params.get("overdue")).includes("tasks"),
    noNextStep: permissions.has("tasks:read") && params.get("next") === "none",
    overCreditLimit: permissions.has("invoices:read") && params.get("credit") === "over",
    createdFrom: readFilterDay(params.get("from")),
    createdTo: readFilterDay(params.get("to")),
    idleSince: readFilterDay(params.get("idle")),
    metrics: readMetrics(params.getAll("metric"), permissions),
    currency: readCurrency(params.get("currency")),
    addressMissing: params.get("address") === "missing",
    sort: sortOf(params.get("sort"), permissions),
    columns: listOf(params.get("columns")),
    saved: params.get("saved") ?? "",
  };
}

/** Writes the parameters into a URL and keeps its other parts, such as an open drawer. */
export function writeListParams(listParams: ListParams, params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params);
  const set = (name: string, value: string) => {
    if (value) next.set(name, value);
    else next.delete(name);
  };
  const { column, direction } = listParams.sort;
  const sort = `${direction === "desc" ? "-" : ""}${column}`;
  set("view", listParams.view === "all" ? "" : listParams.view);
  set("q", listParams.search);
  set("status", listParams.status.join(","));
  set("owner", listParams.owners.join(","));
  next.delete("tag");
  for (const tag of listParams.tags) next.append("tag", tag);
  set("city", listParams.city);
  set("country", listParams.countries.join(","));
  const overdue = [listParams.overdueInvoices && "invoices", listParams.overdueTasks && "tasks"];
  set("overdue", overdue.filter(Boolean).join(","));
  set("next", listParams.noNextStep ? "none" : "");
  set("credit", listParams.overCreditLimit ? "over" : "");
  set("address", listParams.addressMissing ? "missing" : "");
  set("from", listParams.createdFrom);
  set("to", listParams.createdTo);
  set("idle", listParams.idleSince);
  next.delete("metric");
  for (const range of listParams.metrics) next.append("metric", writeMetric(range));
  set("currency", listParams.currency);
  set("sort", sort === "name" ? "" : sort);
  set("columns", listParams.columns.join(","));
  set("saved", listParams.saved);
  return next;
}

/** Which filters narrow the list now. */
export function activeFilters(listParams: ListParams): FilterName[] {
  const set: Record<FilterName, boolean> = {
    status: listParams.status.length > 0,
    owner: listParams.owners.length > 0,
    tag: listParams.tags.length > 0,
    city: listParams.city !== "",
    country: listParams.countries.length > 0,
    overdueInvoices: listParams.overdueInvoices,
    overdueTasks: listParams.overdueTasks,
    noNextStep: listParams.noNextStep,
    overCreditLimit: listParams.overCreditLimit,
    addressMissing: listParams.addressMissing,
    created: listParams.createdFrom !== "" || listParams.createdTo !== "",
    idle: listParams.idleSince !== "",
    metrics: listParams.metrics.length > 0,
  };
  return filterNames.filter((name) => set[name]);
}

/** The parameters without one of its filters. */
export function withoutFilter(listParams: ListParams, name: FilterName): ListParams {
  switch (name) {
    case "status":
      return { ...listParams, status: [] };
    case "owner":
      return { ...listParams, owners: [] };
    case "tag":
      return { ...listParams, tags: [] };
    case "city":
      return { ...listParams, city: "" };
    case "country":
      return { ...listParams, countries: [] };
    case "overdueInvoices":
    case "overdueTasks":
    case "noNextStep":
    case "overCreditLimit":
    case "addressMissing":
      return { ...listParams, [name]: false };
    case "created":
      return { ...listParams, createdFrom: "", createdTo: "" };
    case "idle":
      return { ...listParams, idleSince: "" };
    case "metrics":
      return { ...listParams, metrics: [] };
  }
}

/** The parameters without search and filters; view and sort stay. */
export function withoutFilters(listParams: ListParams): ListParams {
  return filterNames.reduce(withoutFilter, { ...listParams, search: "" });
}

/** The API's filter on a given day; `viewerId` is the person that "mine" refers to. */
export function toVariables(
  listParams: ListParams,
  viewerId: string | null,
  today: string,
): { search: string | null; filter: CustomerFilter; orderBy: CustomerOrder } {
  const users = listParams.owners.filter((owner) => owner !== nobody);
  const filter: CustomerFilter = {};
  if (listParams.view === "archived") filter.status = ["ARCHIVED"];
  else if (listParams.status.length > 0) filter.status = listParams.status;
  if (listParams.view === "mine" && viewerId) filter.ownerIds = [viewerId];
  else if (users.length > 0) filter.ownerIds = users;
  else if (listParams.owners.includes(nobody)) filter.unowned = true;
  if (listParams.tags.length > 0) filter.tags = listParams.tags;
  if (listParams.city) filter.cityContains = listParams.city;
  if (listParams.countries.length > 0) filter.countries = listParams.countries;
  if (listParams.overdueInvoices || listParams.view === "overdue") filter.hasOverdueInvoices = true;
  if (listParams.overdueTasks) filter.hasOverdueTasks = true;
  if (listParams.noNextStep) filter.hasNextStep = false;
  if (listParams.overCreditLimit) filter.isOverCreditLimit = true;
  const [from, to, idle] = [listParams.createdFrom, listParams.createdTo, listParams.idleSince];
  if (from) filter.createdFrom = dateOn(today, from);
  if (to) filter.createdTo = dateOn(today, to);
  if (idle) filter.noActivitySince = dateOn(today, idle);
  if (listParams.addressMissing) filter.addressMissing = true;
  Object.assign(filter, metricFilter(listParams.metrics, listParams.currency));
  return {
    search: listParams.search.trim() || null,
    filter,
    orderBy: {
      field: sortFields[listParams.sort.column],
      direction: listParams.sort.direction === "desc" ? "DESC" : "ASC",
      ...(listParams.currency ? { currency: listParams.currency } : {}),
    },
  };
}
