import fc from "fast-check";
import { COUNTRIES, isCountry } from "../values/countries.js";
import {
  formatTaxId,
  normaliseTaxId,
  taxIdFormOf,
  taxIdForms,
  taxIdPlaceholder,
  typedTaxId,
} from "./taxIdForms.js";

test.each([
  ["BR", "12.345.678/0001-95", "12345678000195", "12.345.678/0001-95", "CNPJ"],
  ["BR", "12abc34501de35", "12ABC34501DE35", "12.ABC.345/01DE-35", "CNPJ"],
  ["BR", "CNPJ: 12.345.678/0001-95", "12345678000195", "12.345.678/0001-95", "CNPJ"],
  ["BR", "111.444.777-35", "11144477735", "111.444.777-35", "CPF"],
  ["PT", "PT 501 442 600", "501442600", "501 442 600", "NIF"],
  ["PT", "501442600", "501442600", "501 442 600", "NIF"],
  ["PT", "NIF 501442600", "501442600", "501 442 600", "NIF"],
  ["US", "12-3456789", "123456789", "12-3456789", "EIN"],
  ["ES", "ESB12345674", "B12345674", "B12345674", "NIF"],
  ["ES", "12345678-z", "12345678Z", "12345678Z", "NIF"],
  ["DE", "DE 136 695 976", "136695976", "DE136695976", "VAT"],
  ["FR", "FR 40 303 265 045", "40303265045", "FR 40 303 265 045", "VAT"],
  ["FR", "303 265 045", "303265045", "303 265 045", "SIREN"],
  ["GR", "EL 094259216", "094259216", "EL094259216", "VAT"],
  ["GB", "GB980780684", "980780684", "GB 980 7806 84", "VAT"],
  ["IT", "IT00743110157", "00743110157", "IT00743110157", "VAT"],
  ["CH", "CHE-100.155.212 MWST", "CHE100155212", "CHE-100.155.212", "UID"],
  ["NO", "NO 995 525 828 MVA", "995525828", "995 525 828", "MVA"],
  ["MX", "gñm-850101-ab1", "GÑM850101AB1", "GÑM-850101-AB1", "RFC"],
  ["CL", "12.531.909-k", "12531909K", "12.531.909-K", "RUT"],
  ["RU", "ИНН 7707083893", "7707083893", "7707083893", "INN"],
  ["BR", "１２３４５６７８０００１９５", "12345678000195", "12.345.678/0001-95", "CNPJ"],
])("%s %j is stored as %s and shown as %s", (country, text, stored, shown, kind) => {
  expect(normaliseTaxId(country, text)).toBe(stored);
  expect(formatTaxId(country, stored)).toBe(shown);
  expect(taxIdFormOf(country, stored)?.kind).toBe(kind);
});

test("a number of no known form stays as it is", () => {
  expect(normaliseTaxId("BR", "123-45")).toBe("12345");
  expect(formatTaxId("BR", "12345")).toBe("12345");
  expect(normaliseTaxId("AQ", " ab.12 ")).toBe("AB12");
  expect(normaliseTaxId("ZZ", "São 12-Ç")).toBe("SAO12C");
  expect(normaliseTaxId("MX", "ñúñ-850101-ab1")).toBe("ÑUÑ850101AB1");
  expect(formatTaxId("AQ", "AB12")).toBe("AB12");
  expect(taxIdFormOf("BR", "12345")).toBeNull();
  expect(taxIdForms("AQ")).toEqual([]);
});

test("the field shows an example of its country's punctuation", () => {
  expect(taxIdForms("BR").map(taxIdPlaceholder)).toEqual(["00.000.000/0000-00", "000.000.000-00"]);
  expect(taxIdForms("ES").map(taxIdPlaceholder)).toEqual(["A00000000"]);
});

test("every form belongs to a country of the list", () => {
  const withForms = COUNTRIES.filter((code) => taxIdForms(code).length > 0);
  expect(withForms.length).toBeGreaterThan(80);
  for (const code of withForms) expect(isCountry(code)).toBe(true);
});

const written = fc.constantFrom(
  ...COUNTRIES.flatMap((country) => taxIdForms(country).map((form) => ({ country, form }))),
);

test("showing a tax ID and storing it again gives the same value, for every form", () => {
  fc.assert(
    fc.property(written, fc.infiniteStream(fc.nat(35)), ({ country, form }, choices) => {
      for (const mask of form.masks) {
        const value = mask
          .replace(/0/g, () => `${(choices.next().value ?? 0) % 10}`)
          .replace(/L/g, () => "ABCDEFGHJKMNPQRSTUVWXYZ"[(choices.next().value ?? 0) % 23] ?? "B")
          .replace(/[^0-9A-Z]/g, "");
        expect(taxIdFormOf(country, value)).not.toBeNull();
        expect(normaliseTaxId(country, formatTaxId(country, value))).toBe(value);
      }
    }),
    { numRuns: 500 },
  );
});

test("storing is done once: what is normalised stays the same", () => {
  fc.assert(
    fc.property(fc.constantFrom("BR", "PT", "FR", "MX", "AQ"), fc.string(), (country, text) => {
      const once = normaliseTaxId(country, text);
      expect(normaliseTaxId(country, once)).toBe(once);
    }),
  );
});

test.each([
  ["BR", "11.222.333/0001-81", { country: "BR", value: "11222333000181" }],
  ["PT", "PT 501 964 843", { country: "PT", value: "501964843" }],
  ["PT", "ES B58378431", { country: "ES", value: "B58378431" }],
  ["PT", "de123456789", { country: "DE", value: "123456789" }],
  // A Spanish number that begins like a country's name is of Spain.
  ["ES", "B58378431", { country: "ES", value: "B58378431" }],
  ["BR", "XX 12", { country: "BR", value: "XX12" }],
])("typed in %s, %s is of the country whose letters it has", (country, text, read) => {
  expect(typedTaxId(country, text)).toEqual(read);
});
