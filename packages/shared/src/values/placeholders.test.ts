import { isPlaceholder, isUnknownPlace } from "./placeholders.js";

test.each(["-", "--", "n/a", "N/A", "n/d", "Não tem", "não informado", "?", "NULL"])(
  "%j stands in place of a value",
  (text) => expect(isPlaceholder(text)).toBe(true),
);

test.each(["0", "ana@", "n@x.co", "Na Rua", "+55", "1"])("%j says something", (text) =>
  expect(isPlaceholder(text)).toBe(false),
);

test.each(["Desconhecido", "DESCONOCIDO", "Unknown", "não informado", "0000-000", "00000000"])(
  "%j says of a part of an address that it is not known",
  (text) => expect(isUnknownPlace(text)).toBe(true),
);

test.each([
  "NA",
  "None",
  "-",
  "0",
  "S/N",
  "Notting Hill",
  "Não-Me-Toque",
  "Descoberto",
  "01000-000",
])("%j is a part of an address", (text) => expect(isUnknownPlace(text)).toBe(false));
