import fc from "fast-check";
import { addDays } from "../values/dates.js";
import { dateOrderOf, parseDate, writeDate } from "./sheetDates.js";

test.each([
  ["2026-03-04", "dmy", "2026-03-04"],
  ["2026/3/4", "mdy", "2026-03-04"],
  ["2024-08-13T18:04:34.666+00:00", "ymd", "2024-08-13"],
  ["2024-08-13 18:04:34 UTC", "ymd", "2024-08-13"],
  ["03/04/2026", "dmy", "2026-04-03"],
  ["03/04/2026", "mdy", "2026-03-04"],
  ["3.4.26", "dmy", "2026-04-03"],
  ["31-12-99", "dmy", "1999-12-31"],
  ["13/08/2024 18:04", "dmy", "2024-08-13"],
  ["8/13/2024 6:04:34 PM", "mdy", "2024-08-13"],
  ["4 de março de 2026", "dmy", "2026-03-04"],
  ["04 mar. 2026", "dmy", "2026-03-04"],
  ["1º de maio de 2026", "dmy", "2026-05-01"],
  ["4-Mar-2026", "dmy", "2026-03-04"],
  ["March 4th, 2026", "dmy", "2026-03-04"],
  ["4 de septiembre de 2026", "dmy", "2026-09-04"],
  ["29/02/2024", "dmy", "2024-02-29"],
])("%j read %s is %s", (text, order, value) => {
  expect(parseDate(text, order === "mdy" ? "mdy" : order === "ymd" ? "ymd" : "dmy")).toEqual({
    value,
  });
});

test.each([
  ["31/02/2026", "dmy"],
  ["29/02/2026", "dmy"],
  ["13/13/2026", "dmy"],
  ["31/12/2026", "mdy"],
  ["03/04/2026", "ymd"],
  ["00/01/2026", "dmy"],
  ["2026-02-31", "dmy"],
  ["31/02-2026", "dmy"],
  ["4 ma 2026", "dmy"],
  ["4 foo 2026", "dmy"],
  ["45000", "dmy"],
  ["amanhã", "dmy"],
  ["2026", "dmy"],
  ["03/04/2026 banana", "dmy"],
])("%j read %s is no date", (text, order) => {
  expect(parseDate(text, order === "mdy" ? "mdy" : order === "ymd" ? "ymd" : "dmy")).toEqual({
    issue: "invalid_date",
  });
});

test.each([
  ["31/12/2026", "dmy"],
  ["12/31/2026", "mdy"],
  ["03/04/2026", "either"],
  ["03.04.2026", "dmy"],
  ["04/04/2026", null],
  ["2026-03-04", null],
  ["31/31/2026", null],
  ["banana", null],
])("%j proves the order %j", (text, order) => {
  expect(dateOrderOf(text)).toBe(order);
});

test("every date is read back from every order it is written in", () => {
  const day = fc.integer({ min: 0, max: 3_652_058 }).map((n) => addDays("0001-01-01", n));
  fc.assert(
    fc.property(
      day,
      fc.constantFrom("dmy" as const, "mdy" as const, "ymd" as const),
      (date, order) => {
        expect(parseDate(writeDate(date, order), order)).toEqual({ value: date });
      },
    ),
  );
});
