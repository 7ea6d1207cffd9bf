import { readFileSync } from "node:fs";
import { ROLE_PERMISSIONS } from "@clientela/shared/records/roles";
import { buildSchema, getVariableValues, isEnumType, Kind, parse, validate } from "graphql";
import { metrics, unitOf } from "./filters/metricRanges.js";
import { listCall } from "./listCall.js";
import {
  activeFilters,
  readListParams,
  sortFields,
  toVariables,
  writeListParams,
} from "./listParams.js";
import { isAgeing } from "./mayShow.js";

const schema = buildSchema(readFileSync("../api/schema.graphql", "utf8"));
const callFor = (url: string) =>
  toVariables(readListParams(new URLSearchParams(url), ROLE_PERMISSIONS.admin), "u1", "2026-11-29");

const columns = [
  "name",
  "city",
  "country",
  "status",
  "owner",
  "projects",
  "hours",
  "tasks",
  "orders",
  "outstanding",
  "overdue",
  "activity",
  "number",
  "email",
  "phone",
  "tags",
  "created",
  "updated",
  ...Object.keys(sortFields).filter(isAgeing),
];

test("requests the parameters of the list, for the columns on screen", () => {
  const { query, variables } = listCall(callFor("view=mine&q=padaria&sort=-city"), [
    "name",
    "city",
  ]);
  expect(variables).toEqual({
    search: "padaria",
    filter: { ownerIds: ["u1"] },
    orderBy: { field: "CITY", direction: "DESC" },
  });
  expect(query).toContain("legalName");
  expect(query).not.toContain("summary");
});

test("is a call that the API takes, with every column", () => {
  const { query } = listCall(callFor(""), columns);
  expect(validate(schema, parse(query))).toEqual([]);
});

test("is a call that the API takes with a range of each metric", () => {
  const ranges = metrics.map((metric) =>
    unitOf(metric) === "day" ? `${metric}:2026-01-31:` : `${metric}:7:9`,
  );
  const { query, variables } = listCall(
    callFor(`${ranges.map((range) => `metric=${range}`).join("&")}&currency=EUR`),
    columns,
  );
  const [operation] = parse(query).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("no operation");
  const { errors, coerced } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    variables as Record<string, unknown>,
  );
  expect(errors).toBeUndefined();
  expect(Object.keys((coerced?.filter as object) ?? {})).toHaveLength(metrics.length);
  expect(coerced).toMatchObject({
    filter: { outstanding: { from: "7", to: "9", currency: "EUR" }, workedMinutes: { from: 7 } },
    orderBy: { currency: "EUR" },
  });
});

test("ranges that the person may not see, or that make no sense, are left out", () => {
  const url = new URLSearchParams(
    "metric=outstanding:1:&metric=tasks:a:2&metric=activity:2026-02-30:&metric=nothing:1:2",
  );
  const { filter } = toVariables(
    readListParams(url, ROLE_PERMISSIONS.projects),
    "u1",
    "2026-11-29",
  );
  expect(filter).toEqual({ overdueTasks: { from: null, to: 2 } });
});

test.each(Object.keys(sortFields))("sorts by %s as the API does", (column) => {
  const { variables } = listCall(callFor(`sort=-${column}`), columns);
  const { field } = (variables as { orderBy: { field: string } }).orderBy;
  const type = schema.getType("CustomerOrderField");
  expect(isEnumType(type) && type.getValue(field)).toBeTruthy();
  expect(field).toBe(sortFields[column as keyof typeof sortFields]);
});

test("a link or a shared view with filters that the person may not use is shown without them", () => {
  const params = new URLSearchParams("view=overdue&overdue=invoices,tasks&sort=-outstanding");
  const listParams = readListParams(params, ROLE_PERMISSIONS.projects);
  expect(toVariables(listParams, "u1", "2026-11-29")).toEqual({
    search: null,
    filter: { hasOverdueTasks: true },
    orderBy: { field: "LEGAL_NAME", direction: "ASC" },
  });
});

test("customers without a next step, for whoever sees tasks", () => {
  const params = new URLSearchParams("next=none");
  const listParams = readListParams(params, ROLE_PERMISSIONS.sales);
  expect(toVariables(listParams, "u1", "2026-11-29").filter).toEqual({ hasNextStep: false });
  expect(writeListParams(listParams, new URLSearchParams()).toString()).toBe("next=none");
  expect(activeFilters(listParams)).toEqual(["noNextStep"]);
  expect(readListParams(params, new Set()).noNextStep).toBe(false);
});

test("customers over their credit limit, for whoever sees invoices", () => {
  const params = new URLSearchParams("credit=over");
  const listParams = readListParams(params, ROLE_PERMISSIONS.sales);
  expect(toVariables(listParams, "u1", "2026-11-29").filter).toEqual({ isOverCreditLimit: true });
  expect(writeListParams(listParams, new URLSearchParams()).toString()).toBe("credit=over");
  expect(activeFilters(listParams)).toEqual(["overCreditLimit"]);
  expect(readListParams(params, new Set()).overCreditLimit).toBe(false);
});
