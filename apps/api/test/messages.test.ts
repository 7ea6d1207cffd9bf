import { ISSUE_CODES } from "@clientela/shared/records/issues";
import { registry } from "../src/features.js";
import { composeMessages, translate } from "../src/platform/graph/messages.js";

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

test("no text tells more in one language than in the other", () => {
  const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const { messages = {} } of registry.features)
    for (const { en, pt } of Object.values(messages)) expect(placesOf(pt)).toEqual(placesOf(en));
});

test("a code that has a text gets no second one", () => {
  const messages = { required: { en: "is missing", pt: "falta" } };
  expect(() => composeMessages([messages])).toThrow("required has two texts");
});

test("a code without a text is said as it is, whatever objects have by nature", () => {
  expect(translate(en, "nowhere_said")).toBe("nowhere_said");
  expect(translate(en, "constructor")).toBe("constructor");
});
