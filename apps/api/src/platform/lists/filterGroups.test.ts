import sql from "sql-template-tag";
import { Invalid } from "../errors.js";
import { FilterGroups, groupedConditions, isComposed } from "./filterGroups.js";

class Filter extends FilterGroups<Filter> {
  name?: string;
}

const issuesOf = (filter: Filter) => {
  try {
    groupedConditions(filter, () => [sql`true`]);
    return [];
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return error.issues.map(({ path, code }) => `${path} ${code}`);
  }
};

const nested = (levels: number): Filter =>
  levels === 0 ? { name: "a" } : { not: nested(levels - 1) };

test("groups are bounded in how deep they are and in how much they hold", () => {
  expect(issuesOf(nested(8))).toEqual([]);
  expect(issuesOf(nested(10))).toEqual(["filter too_deep"]);
  const many = (length: number): Filter => ({ or: Array.from({ length }, () => ({ name: "a" })) });
  expect(issuesOf(many(100))).toEqual([]);
  expect(issuesOf({ and: [many(100)], name: "b" })).toEqual(["filter too_many"]);
});

test("each part is told where it stands, and whether it holds for every row", () => {
  const seen: string[] = [];
  const filter: Filter = { and: [{ or: [{}, { not: {} }] }, { and: [{}] }] };
  groupedConditions(filter, (_, path, isConjunct) => {
    seen.push(`${path} ${isConjunct}`);
    return [];
  });
  expect(seen.sort()).toEqual([
    "filter true",
    "filter.and.0 true",
    "filter.and.0.or.0 false",
    "filter.and.0.or.1 false",
    "filter.and.0.or.1.not false",
    "filter.and.1 true",
    "filter.and.1.and.0 true",
  ]);
});

test("a filter that people compose has no plan kept", () => {
  expect(isComposed({ search: "a", filter: { city: "Recife", not: null } })).toBe(false);
  expect(isComposed({ search: "a", filter: { not: {} } })).toBe(true);
  expect(isComposed({ invoices: { some: {} } })).toBe(true);
});
