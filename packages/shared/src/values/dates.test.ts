import fc from "fast-check";
import { addDays, daysBetween, isCalendarDate, isTimeZone, todayIn } from "./dates.js";

test.each([
  ["2026-02-28", true],
  ["2026-02-31", false],
  ["2024-02-29", true],
  ["2026-02-29", false],
  ["1900-02-29", false],
  ["2000-02-29", true],
  ["2026-13-01", false],
  ["2026-00-10", false],
  ["2026-01-00", false],
  ["0000-01-01", false],
  ["0001-01-01", true],
  ["9999-12-31", true],
  ["2026-1-1", false],
  ["2026-01-01T00:00:00Z", false],
  ["", false],
])("%j is a day of the calendar: %j", (text, expected) => {
  expect(isCalendarDate(text)).toBe(expected);
});

test("today depends on the time zone", () => {
  const now = new Date("2026-03-01T02:30:00Z");
  expect(todayIn("America/Sao_Paulo", now)).toBe("2026-02-28");
  expect(todayIn("Europe/Lisbon", now)).toBe("2026-03-01");
  expect(todayIn("Pacific/Kiritimati", new Date("2026-12-31T10:00:00Z"))).toBe("2027-01-01");
});

test.each([
  ["2026-03-28T23:59:59Z", "2026-03-28"],
  ["2026-03-29T00:00:00Z", "2026-03-29"],
  // The clock has gone from 1:00 to 2:00: midnight comes an hour earlier.
  ["2026-03-29T22:59:59Z", "2026-03-29"],
  ["2026-03-29T23:00:00Z", "2026-03-30"],
  ["2026-10-24T23:00:00Z", "2026-10-25"],
  // And back from 2:00 to 1:00.
  ["2026-10-25T23:59:59Z", "2026-10-25"],
  ["2026-10-26T00:00:00Z", "2026-10-26"],
])("on a day of clock change, at %s it is %s in Lisbon", (now, today) => {
  expect(todayIn("Europe/Lisbon", new Date(now))).toBe(today);
});

test("an unknown time zone is refused", () => {
  expect(isTimeZone("America/Sao_Paulo")).toBe(true);
  expect(isTimeZone("Mars/Olympus")).toBe(false);
  expect(() => todayIn("Mars/Olympus", new Date(0))).toThrow(RangeError);
});

test("days are counted over months and leap years", () => {
  expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(daysBetween("2026-01-01", "2027-01-01")).toBe(365);
  expect(daysBetween("2026-01-02", "2026-01-01")).toBe(-1);
});

test("no date and a date past the calendar's end are refused", () => {
  expect(() => addDays("2026-02-31", 1)).toThrow(RangeError);
  expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
  expect(() => addDays("0001-01-01", -1)).toThrow(RangeError);
  expect(() => addDays("2026-01-01", Number.NaN)).toThrow(RangeError);
});

test("adding days and counting them agree, for all days", () => {
  const day = fc.integer({ min: 0, max: 3_652_058 }).map((n) => addDays("0001-01-01", n));
  fc.assert(
    fc.property(day, day, (a, b) => {
      expect(isCalendarDate(a)).toBe(true);
      expect(addDays(a, daysBetween(a, b))).toBe(b);
      expect(a < b).toBe(daysBetween(a, b) > 0);
    }),
  );
});
