import { isPlaceholder } from "./placeholders.js";

test.each(["-", "--", "n/a", "N/A", "n/d", "Não tem", "não informado", "?", "NULL"])(
  "%j stands in place of a value",
  (text) => expect(isPlaceholder(text)).toBe(true),
);

test.each(["0", "ana@", "n@x.co", "Na Rua", "+55", "1"])("%j says something", (text) =>
  expect(isPlaceholder(text)).toBe(false),
);
