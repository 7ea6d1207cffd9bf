import { ISSUE_CODES } from "@clientela/shared/records/issues";
import type { Locale } from "@clientela/shared/values/locales";
import { fileMessages, foundMessages } from "../src/features/spreadsheets/messages/fileMessages.js";
import { issueMessages } from "../src/features/spreadsheets/messages/issueMessages.js";
import { registry } from "../src/features.js";
import { composeMessages, type Text, textIn, translate } from "../src/platform/graph/messages.js";

const en = { locale: "en", messages: registry.messages } as const;
const pt = { locale: "pt-BR", messages: registry.messages } as const;

const codes = [
  ...new Set([
    ...ISSUE_CODES,
    ...registry.features.flatMap(({ messages = {} }) => Object.keys(messages)),
  ]),
];

test.each(codes)("%s is said in both languages", (code) => {
  expect(translate(en, code)).not.toBe(code);
  expect(translate(pt, code)).not.toBe(translate(en, code));
});

test("every text has the same placeholders in all languages", () => {
  const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const { messages = {} } of registry.features)
    for (const { en, pt, "pt-PT": ptPT = pt } of Object.values(messages)) {
      expect(placesOf(pt)).toEqual(placesOf(en));
      expect(placesOf(ptPT)).toEqual(placesOf(en));
    }
});

test("Portugal has its own texts, and what both countries share is stored once", () => {
  const ofBrazil =
    /arquivo|registr|usuári|planilha|contato|\bsenha|\bsalv|lixeira|exclu[ií]|banco de dados|requisiç|CNPJ|CPF|celular|\bem uma?\b|(?:est[áã]o?) \w+(?:ando|endo|indo)\b/i;
  const all = [
    ...[...registry.messages].map(([code, text]): [string, Text] => [code, text]),
    ...Object.entries<Text>(fileMessages),
    ...Object.entries<Text>(issueMessages),
    ...Object.entries<Text>(foundMessages),
  ];
  const wrong = all.filter(([, text]) => {
    const said = textIn(text, "pt-PT").replaceAll(/\{\w+\}/g, "");
    return ofBrazil.test(said) || text["pt-PT"] === text.pt;
  });
  expect(wrong).toEqual([]);
});

test("a caller gets the messages of their country", () => {
  const said = (locale: Locale) =>
    translate({ locale, messages: registry.messages }, "FILE_TOO_LARGE", { limitMb: 5 });
  expect(said("pt-PT")).toBe("O ficheiro é maior que 5 MB.");
  expect(said("pt-BR")).toBe("O arquivo é maior que 5 MB.");
});

test("a code that has a text gets no second one", () => {
  const messages = { required: { en: "is missing", pt: "falta" } };
  expect(() => composeMessages([messages])).toThrow("required has two texts");
});

test("a code without a text is shown as it is, even if objects have a property of that name", () => {
  expect(translate(en, "nowhere_said")).toBe("nowhere_said");
  expect(translate(en, "constructor")).toBe("constructor");
});
