import { readFileSync } from "node:fs";
import { ROLE_PERMISSIONS } from "@clientela/shared/records/roles";
import { buildSchema, isEnumType, parse, validate } from "graphql";
import { listCall } from "./listCall.js";
import { readListParams, sortFields, toVariables } from "./listParams.js";

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

test.each(Object.keys(sortFields))("sorts by %s as the API does", (column) => {
  const { variables } = listCall(callFor(`sort=-${column}`), columns);
  const { field } = (variables as { orderBy: { field: string } }).orderBy;
  const type = schema.getType("CustomerOrderField");
  expect(isEnumType(type) && type.getValue(field)).toBeTruthy();
  expect(field).toBe(sortFields[column as keyof typeof sortFields]);
});

test("a link or a shared view with filters that the person may not use is shown without them", () => {
  const params = new URLSearchParams("view=overdue&overdue=invoices,tasks&sort=-outstanding");
  const question = readListParams(params, ROLE_PERMISSIONS.projects);
  expect(toVariables(question, "u1", "2026-11-29")).toEqual({
    search: null,
    filter: { hasOverdueTasks: true },
    orderBy: { field: "LEGAL_NAME", direction: "ASC" },
  });
});
