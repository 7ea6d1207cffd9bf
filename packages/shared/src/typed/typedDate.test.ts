import { readDate } from "./typedDate.js";

// A Sunday.
const today = "2026-11-29";

describe("readDate", () => {
  it.each([
    ["15/12/2026", "2026-12-15"],
    ["15/12/26", "2026-12-15"],
    ["15.12.2026", "2026-12-15"],
    ["15122026", "2026-12-15"],
    ["2026-12-15", "2026-12-15"],
    ["15/12", "2026-12-15"],
    ["5/1", "2027-01-05"],
    ["15 dez", "2026-12-15"],
    ["15 de dezembro de 2026", "2026-12-15"],
    ["10 de janeiro", "2027-01-10"],
    ["hoje", "2026-11-29"],
    [" Amanhã ", "2026-11-30"],
    ["ontem", "2026-11-28"],
    ["depois de amanhã", "2026-12-01"],
    ["sexta", "2026-12-04"],
    ["Terça-feira", "2026-12-01"],
    ["domingo", "2026-12-06"],
    ["+3", "2026-12-02"],
    ["em 10 dias", "2026-12-09"],
    ["2 semanas", "2026-12-13"],
  ])("reads %s as Portuguese means it", (text, date) => {
    expect(readDate(text, today, "dmy")).toBe(date);
  });

  it.each([
    ["12/15", "2026-12-15"],
    ["12/15/2026", "2026-12-15"],
    ["Dec 15", "2026-12-15"],
    ["Dec 15, 2026", "2026-12-15"],
    ["tomorrow", "2026-11-30"],
    ["friday", "2026-12-04"],
    ["in 3 days", "2026-12-02"],
  ])("reads %s as an American means it", (text, date) => {
    expect(readDate(text, today, "mdy")).toBe(date);
  });

  it.each([
    "",
    "31/02",
    "31/02/2026",
    "15/13",
    "soon",
    "constructor",
    "32",
    "12/15/2026",
    "hoje 3",
  ])("refuses %j", (text) => {
    expect(readDate(text, today, "dmy")).toBeNull();
  });

  it("takes the twenty-ninth of February of the nearest leap year's day only where it exists", () => {
    expect(readDate("29/02", today, "dmy")).toBeNull();
    expect(readDate("29/02", "2028-01-10", "dmy")).toBe("2028-02-29");
  });
});
