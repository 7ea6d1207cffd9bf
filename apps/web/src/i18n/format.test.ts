import { makeFormat } from "./format.js";
import { closestLanguage } from "./language.js";

const plain = (text: string) => text.replace(/\s/gu, " ");

describe("makeFormat", () => {
  const brazil = makeFormat("pt-BR");
  const english = makeFormat("en");

  it("does not move a calendar date by the time zone", () => {
    expect(brazil.date("2026-01-31")).toBe("31/01/2026");
    expect(english.date("2026-01-31")).toBe("01/31/2026");
  });

  it.each([
    ["pt-PT", "29/11/2026"],
    ["en-GB", "29/11/2026"],
    ["en-US", "11/29/2026"],
  ])("writes the whole year in %s, with and without a time of day", (locale, date) => {
    const format = makeFormat(locale);
    expect(format.date("2026-11-29")).toBe(date);
    expect(format.dateTime("2026-11-29T12:00:00Z")).toContain(date);
  });

  it("formats how long ago something was", () => {
    const now = new Date("2026-11-24T12:00:00Z");
    expect(brazil.relative("2026-11-24T11:58:00Z", now)).toBe("há 2 minutos");
    expect(brazil.relative("2026-11-23T11:00:00Z", now)).toBe("ontem");
    expect(english.relative("2026-11-24T11:59:59Z", now)).toBe("now");
  });

  it("writes numbers, money and hours with the language's separators", () => {
    expect(brazil.number(12480)).toBe("12.480");
    expect(plain(brazil.money({ amount: "-1234.50", currency: "EUR" }))).toBe("-€ 1.234,50");
    expect(brazil.hours(750)).toBe("12,5 h");
    expect(english.money({ amount: "1000000000000000.01", currency: "USD" })).toBe(
      "$1,000,000,000,000,000.01",
    );
  });
});

describe("closestLanguage", () => {
  it.each([
    ["pt-PT", "pt-PT"],
    ["pt", "pt-BR"],
    ["pt-AO", "pt-BR"],
    ["en-GB", "en"],
    ["de", undefined],
  ])("takes %s as %s", (tag, language) => {
    expect(closestLanguage(tag)).toBe(language);
  });
});
