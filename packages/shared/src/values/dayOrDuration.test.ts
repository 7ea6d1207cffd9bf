import { dayMeant } from "./dayOrDuration.js";

const TODAY = "2026-03-31";

test.each([
  ["2026-02-28", "2026-02-28"],
  ["P0D", TODAY],
  ["-P30D", "2026-03-01"],
  ["P1D", "2026-04-01"],
  ["+P2W", "2026-04-14"],
  ["-P1M", "2026-02-28"],
  ["P1M", "2026-04-30"],
  ["-P1Y1M1D", "2025-02-27"],
  ["-P4M", "2025-11-30"],
])("%s means %s", (text, day) => {
  expect(dayMeant(text, TODAY)).toBe(day);
});

test.each(["", "P", "-P", "30D", "P1H", "PT1H", "P1D1M", "2026-02-30", "today", "-P999Y9999M"])(
  "%j means no day, or none of the calendar",
  (text) => {
    expect(dayMeant(text, "0400-01-01")).toBeNull();
  },
);
