import { localeFrom } from "./locales.js";

describe("localeFrom", () => {
  test.each([
    ["pt-BR,pt;q=0.9,en;q=0.8", "pt-BR"],
    ["pt-PT", "pt-PT"],
    ["pt", "pt-BR"],
    ["fr, en-GB;q=0.7, pt;q=0.3", "en"],
    ["en;q=0.2, pt-PT;q=0.8", "pt-PT"],
    ["de", "en"],
    [undefined, "en"],
  ])("%s asks for %s", (header, locale) => {
    expect(localeFrom(header)).toBe(locale);
  });
});
