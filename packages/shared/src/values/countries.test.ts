import { COUNTRIES, countryName, isCountry } from "./countries.js";
import { countryFromText } from "./countryFromText.js";

test.each([
  ["BR", "BR"],
  ["br", "BR"],
  [" pt ", "PT"],
  ["BRA", "BR"],
  ["Brasil", "BR"],
  ["BRAZIL", "BR"],
  ["República Federativa do Brasil", "BR"],
  ["USA", "US"],
  ["U.S.A.", "US"],
  ["EUA", "US"],
  ["EE. UU.", "US"],
  ["United States", "US"],
  ["united states of america", "US"],
  ["Estados Unidos da América", "US"],
  ["UK", "GB"],
  ["Inglaterra", "GB"],
  ["EL", "GR"],
  ["Deutschland", "DE"],
  ["Alemanha", "DE"],
  ["Alemania", "DE"],
  ["Holanda", "NL"],
  ["The Netherlands", "NL"],
  ["Korea, Republic of", "KR"],
  ["Coreia do Sul", "KR"],
  ["Coreia do Norte", "KP"],
  ["Russia", "RU"],
  ["Россия", "RU"],
  ["Cote d'Ivoire", "CI"],
  ["Côte d’Ivoire", "CI"],
  ["Czech Republic", "CZ"],
  ["Tchéquia", "CZ"],
  ["Hong Kong", "HK"],
  ["Turkey", "TR"],
  ["Türkiye", "TR"],
  ["Congo", "CG"],
  ["Vietnã", "VN"],
  ["Irão", "IR"],
  ["Guiné-Bissau", "GW"],
  ["Guinea", "GN"],
  ["Dominica", "DM"],
  ["República Dominicana", "DO"],
  ["Niger", "NE"],
  ["Nigéria", "NG"],
  ["日本", "JP"],
  ["Atlantis", null],
  ["XX", null],
  ["", null],
  ["the", null],
  ["constructor", null],
  ["__proto__", null],
])("%j means %j", (text, code) => {
  expect(countryFromText(text)).toBe(code);
});

test("every country is known by the name the app shows, in every language of the app", () => {
  for (const language of ["pt-BR", "pt-PT", "en", "es"]) {
    for (const code of COUNTRIES) {
      expect([code, language, countryFromText(countryName(code, language))]).toEqual([
        code,
        language,
        code,
      ]);
    }
  }
});

test("the list has the 249 codes of ISO 3166-1 and Kosovo", () => {
  expect(new Set(COUNTRIES).size).toBe(250);
  expect(isCountry("BR")).toBe(true);
  expect(isCountry("br")).toBe(false);
  expect(isCountry("EU")).toBe(false);
});
