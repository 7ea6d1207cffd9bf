import { CUSTOMER_STATUSES, type CustomerStatus } from "@clientela/shared/records/enums";
import { isCountry } from "@clientela/shared/values/countries";
import type { CustomerFilter, CustomerOrder, CustomerOrderField } from "../../../gql/graphql.js";
import type { PermissionSet } from "../../../session/viewer.js";
import {
  type FigureRange,
  figureFilter,
  readCurrency,
  readFigures,
  writeFigure,
} from "./figures.js";
import { dateOn, type FilterDay, readFilterDay } from "./filterDays.js";
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
  addressMissing: boolean;
  createdFrom: FilterDay;
  createdTo: FilterDay;
  /** Since when nothing happened. */
  idleSince: FilterDay;
  /** Ranges of figures, all of which must hold. */
  figures: FigureRange[];
  /** In which currency amounts are filtered and sorted; "" for the organisation's. */
  currency: string;
  sort: { column: SortColumn; direction: "asc" | "desc" };
  /** The columns to show, if the URL gives them. */
  columns: string[];
  /** The id of the kept view that it began with, or "". */
  saved: string;
}

/** The filters that have a chip. */
export const filterNames = [
  "status",
  "owner",
  "tag",
  "city",
  "country",
  "overdueInvoices",
  "overdueTasks",
  "addressMissing",
  "created",
  "idle",
  "figures",
] as const;

/** One of the filters. */
export type FilterName = (typeof filterNames)[number];

/** The filters that are on or off, with nothing to choose. */
const toggleNames = ["overdueInvoices", "overdueTasks", "addressMissing"] as const;

/** One of the filters that are on or off. */
export type ToggleName = (typeof toggleNames)[number];

/** Whether a filter is on or off, with nothing to choose. */
export function isToggle(name: FilterName): name is ToggleName {
  return toggleNames.some((toggle) => toggle === name);
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
    createdFrom: readFilterDay(params.get("from")),
    createdTo: readFilterDay(params.get("to")),
    idleSince: readFilterDay(params.get("idle")),
    figures: readFigures(params.getAll("figure"), permissions),
    currency: readCurrency(params.get("currency")),
    addressMissing: params.get("address") === "missing",
    sort: sortOf(params.get("sort"), permissions),
    columns: listOf(params.get("columns")),
    saved: params.get("saved") ?? "",
  };
}

/** Writes the parameters into a URL and keeps its other parts, such as an open drawer. */
export function writeListParams(question: ListParams, params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params);
  const set = (name: string, value: string) => {
    if (value) next.set(name, value);
    else next.delete(name);
  };
  const { column, direction } = question.sort;
  const sort = `${direction === "desc" ? "-" : ""}${column}`;
  set("view", question.view === "all" ? "" : question.view);
  set("q", question.search);
  set("status", question.status.join(","));
  set("owner", question.owners.join(","));
  next.delete("tag");
  for (const tag of question.tags) next.append("tag", tag);
  set("city", question.city);
  set("country", question.countries.join(","));
  const overdue = [question.overdueInvoices && "invoices", question.overdueTasks && "tasks"];
  set("overdue", overdue.filter(Boolean).join(","));
  set("address", question.addressMissing ? "missing" : "");
  set("from", question.createdFrom);
  set("to", question.createdTo);
  set("idle", question.idleSince);
  next.delete("figure");
  for (const range of question.figures) next.append("figure", writeFigure(range));
  set("currency", question.currency);
  set("sort", sort === "name" ? "" : sort);
  set("columns", question.columns.join(","));
  set("saved", question.saved);
  return next;
}

/** Which filters narrow the list now. */
export function activeFilters(question: ListParams): FilterName[] {
  const set: Record<FilterName, boolean> = {
    status: question.status.length > 0,
    owner: question.owners.length > 0,
    tag: question.tags.length > 0,
    city: question.city !== "",
    country: question.countries.length > 0,
    overdueInvoices: question.overdueInvoices,
    overdueTasks: question.overdueTasks,
    addressMissing: question.addressMissing,
    created: question.createdFrom !== "" || question.createdTo !== "",
    idle: question.idleSince !== "",
    figures: question.figures.length > 0,
  };
  return filterNames.filter((name) => set[name]);
}

/** The question without one of its filters. */
export function withoutFilter(question: ListParams, name: FilterName): ListParams {
  switch (name) {
    case "status":
      return { ...question, status: [] };
    case "owner":
      return { ...question, owners: [] };
    case "tag":
      return { ...question, tags: [] };
    case "city":
      return { ...question, city: "" };
    case "country":
      return { ...question, countries: [] };
    case "overdueInvoices":
    case "overdueTasks":
    case "addressMissing":
      return { ...question, [name]: false };
    case "created":
      return { ...question, createdFrom: "", createdTo: "" };
    case "idle":
      return { ...question, idleSince: "" };
    case "figures":
      return { ...question, figures: [] };
  }
}

/** The question without search and filters; view and sort stay. */
export function withoutFilters(question: ListParams): ListParams {
  return filterNames.reduce(withoutFilter, { ...question, search: "" });
}

/** The API's filter on a given day; `viewerId` is the person that "mine" refers to. */
export function toVariables(
  question: ListParams,
  viewerId: string | null,
  today: string,
): { search: string | null; filter: CustomerFilter; orderBy: CustomerOrder } {
  const users = question.owners.filter((owner) => owner !== nobody);
  const filter: CustomerFilter = {};
  if (question.view === "archived") filter.status = ["ARCHIVED"];
  else if (question.status.length > 0) filter.status = question.status;
  if (question.view === "mine" && viewerId) filter.ownerIds = [viewerId];
  else if (users.length > 0) filter.ownerIds = users;
  else if (question.owners.includes(nobody)) filter.unowned = true;
  if (question.tags.length > 0) filter.tags = question.tags;
  if (question.city) filter.cityContains = question.city;
  if (question.countries.length > 0) filter.countries = question.countries;
  if (question.overdueInvoices || question.view === "overdue") filter.hasOverdueInvoices = true;
  if (question.overdueTasks) filter.hasOverdueTasks = true;
  const [from, to, idle] = [question.createdFrom, question.createdTo, question.idleSince];
  if (from) filter.createdFrom = dateOn(today, from);
  if (to) filter.createdTo = dateOn(today, to);
  if (idle) filter.noActivitySince = dateOn(today, idle);
  if (question.addressMissing) filter.addressMissing = true;
  Object.assign(filter, figureFilter(question.figures, question.currency));
  return {
    search: question.search.trim() || null,
    filter,
    orderBy: {
      field: sortFields[question.sort.column],
      direction: question.sort.direction === "desc" ? "DESC" : "ASC",
      ...(question.currency ? { currency: question.currency } : {}),
    },
  };
}
