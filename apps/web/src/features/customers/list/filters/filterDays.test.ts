import { readListParams, toVariables, writeListParams } from "../listParams.js";
import { dateOn, daysAgo, readFilterDay } from "./filterDays.js";

test.each([
  ["30d", "30d"],
  ["2026-10-01", "2026-10-01"],
  ["2026-02-31", ""],
  ["0d", ""],
  ["-3d", ""],
  ["99999d", ""],
  ["30d ", ""],
  [null, ""],
])("reads %j from a URL as %j", (text, day) => {
  expect(readFilterDay(text)).toBe(day);
});

test("a range moves with today, a date does not", () => {
  expect([dateOn("2026-11-29", "30d"), dateOn("2026-12-29", "30d")]).toEqual([
    "2026-10-30",
    "2026-11-29",
  ]);
  expect(dateOn("2026-12-29", "2026-10-01")).toBe("2026-10-01");
  expect(dateOn("2026-12-29", "")).toBeNull();
  expect([daysAgo("7d"), daysAgo("2026-10-01"), daysAgo("")]).toEqual([7, null, null]);
});

test("a saved view stores the relative day, and uses its date at the time it is opened", () => {
  const listParams = readListParams(
    new URLSearchParams("idle=90d&from=7d&city=belo hor"),
    new Set(),
  );
  expect(writeListParams(listParams, new URLSearchParams()).toString()).toContain("idle=90d");
  expect(toVariables(listParams, null, "2026-11-29").filter).toEqual({
    cityContains: "belo hor",
    createdFrom: "2026-11-22",
    noActivitySince: "2026-08-31",
  });
});
