import fc from "fast-check";
import { z } from "zod";
import { projectDatesIssue, projectFields } from "../projects/projectFields.js";
import { issuesOf } from "../values/issues.js";
import { taskStateOn } from "./taskFields.js";
import { hoursOf, timeEntryFields } from "./timeEntryFields.js";

function verdict(rule: z.ZodType, input: unknown): unknown {
  const result = rule.safeParse(input);
  return result.success ? result.data : issuesOf(result.error).map((issue) => issue.code);
}

test.each([
  [1, 1],
  [1440, 1440],
  [0, ["out_of_range"]],
  [1441, ["out_of_range"]],
  [1.5, ["not_an_integer"]],
  [null, ["required"]],
  [undefined, ["required"]],
  ["60", ["invalid_number"]],
])("the minutes %j give %j", (input, expected) => {
  expect(verdict(timeEntryFields.minutes, input)).toEqual(expected);
});

test.each([
  ["2026-02-28", "2026-02-28"],
  ["2026-02-30", ["invalid_date"]],
  ["28/02/2026", ["invalid_date"]],
  [null, null],
  ["", null],
])("the due date %j gives %j", (input, expected) => {
  expect(verdict(projectFields.dueOn, input)).toEqual(expected);
});

test("a project is not due before it starts", () => {
  expect(projectDatesIssue({ startsOn: "2026-03-02", dueOn: "2026-03-01" })).toBe("before_start");
  expect(projectDatesIssue({ startsOn: "2026-03-01", dueOn: "2026-03-01" })).toBeNull();
  expect(projectDatesIssue({ startsOn: null, dueOn: "2026-03-01" })).toBeNull();
});

test.each([
  [0, 0],
  [20, 0.33],
  [40, 0.67],
  [60, 1],
  [90, 1.5],
  [13_000 * 1440, 312_000],
])("%d minutes are %d hours", (minutes, hours) => {
  expect(hoursOf(minutes)).toBe(hours);
});

test("hours have two decimals and are never off by more than half of the last", () => {
  fc.assert(
    fc.property(fc.nat(2_000_000_000), (minutes) => {
      const hours = hoursOf(minutes);
      expect(String(hours)).toMatch(/^\d+(\.\d{1,2})?$/);
      expect(Math.abs(hours * 60 - minutes)).toBeLessThan(0.31);
    }),
  );
});

test.each([
  ["TODO", "2026-07-31", "OVERDUE"],
  ["IN_PROGRESS", "2026-08-01", "DUE_TODAY"],
  ["TODO", "2026-08-02", "UPCOMING"],
  ["TODO", null, "NO_DUE_DATE"],
  ["DONE", "2026-07-31", "DONE"],
  ["DONE", null, "DONE"],
] as const)("a task that is %s and due on %s is %s on 1 August", (status, dueOn, state) => {
  expect(taskStateOn("2026-08-01", { status, dueOn })).toBe(state);
});
