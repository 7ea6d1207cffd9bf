import { customersSheet } from "@clientela/shared/customers/customers.sheet";
import { columnOf } from "@clientela/shared/sheets/sheet";
import { saysAlready } from "./parseCells.js";

const column = (key: string) => {
  const found = columnOf(customersSheet, key);
  if (!found) throw new Error(key);
  return found;
};

test.each([
  ["phone", "+552134567813", "(21) 3456-7813", true],
  ["phone", "+552134567813", "3456-7813", true],
  ["phone", "+552134567813", "021 3456 7813", true],
  ["phone", "+552134567813", "Recife 3", false],
  ["phone", "+552134567811", "(11) Lead", false],
  ["phone", "+552134567811", "11", false],
  ["phone", "+552134567813", "3456-7814", false],
  ["taxId", "11222333000181", "11.222.333/0001-81", true],
  ["taxId", "11222333000181", "loja 1", false],
  ["legalName", "Padaria São João", "padaria", true],
])("%s %j says %j already: %s", (key, kept, other, says) => {
  expect(saysAlready(column(key), kept, other)).toBe(says);
});
