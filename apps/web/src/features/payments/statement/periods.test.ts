import { daysOf, PERIODS, readStatementParams } from "./periods.js";

test("periods follow the calendar, over the ends of years and leap days too", () => {
  expect(PERIODS.map((period) => Object.values(daysOf(period, "2028-02-29")).join(" "))).toEqual([
    "2028-02-01 2028-02-29",
    "2028-01-01 2028-01-31",
    "2028-01-01 2028-03-31",
    "2027-10-01 2027-12-31",
    "2028-01-01 2028-12-31",
    "2027-01-01 2027-12-31",
    "2028-01-31 2028-02-29",
    "2027-12-02 2028-02-29",
    "2027-03-01 2028-02-29",
  ]);
  expect(daysOf("lastMonth", "2027-01-31")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
  expect(daysOf("thisMonth", "2026-12-05")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
});

test("a URL chooses a period, or days of one's own; what makes no sense is left out", () => {
  const read = (search: string) => readStatementParams(new URLSearchParams(search), "2026-11-30");
  expect(read("period=lastMonth&side=SALES")).toEqual({
    period: "lastMonth",
    from: "2026-10-01",
    to: "2026-10-31",
    side: "SALES",
  });
  expect(read("from=2026-01-05&to=2026-02-30")).toEqual({
    period: null,
    from: "2026-01-05",
    to: null,
    side: null,
  });
  expect(read("period=never&side=both").period).toBe("last12Months");
});
