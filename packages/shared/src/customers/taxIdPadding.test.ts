import fc from "fast-check";
import { candidatesForLostZeros } from "./taxIdPadding.js";

test("a short Brazilian number may have been a CPF or a CNPJ", () => {
  expect(candidatesForLostZeros("BR", "191")).toEqual(["00000000191", "00000000000191"]);
  expect(candidatesForLostZeros("BR", "2345678000195")).toEqual(["02345678000195"]);
  expect(candidatesForLostZeros("BR", "12345678000195")).toEqual([]);
});

test("other countries pad to their own lengths", () => {
  expect(candidatesForLostZeros("US", "12345678")).toEqual(["012345678"]);
  expect(candidatesForLostZeros("RU", "5878963")).toEqual(["0005878963", "000005878963"]);
});

test("what is no bare number, or has no form, has no candidates", () => {
  expect(candidatesForLostZeros("BR", "12.345")).toEqual([]);
  expect(candidatesForLostZeros("BR", "")).toEqual([]);
  expect(candidatesForLostZeros("ES", "1234567")).toEqual([]);
  expect(candidatesForLostZeros("ZZ", "123")).toEqual([]);
});

test("a CNPJ that lost its zeros is always among the candidates", () => {
  const cnpj = fc.integer({ min: 1, max: 99_999_999_999 }).map((n) => `${n}`.padStart(14, "0"));
  fc.assert(
    fc.property(cnpj, (value) => {
      expect(candidatesForLostZeros("BR", value.replace(/^0+/, ""))).toContain(value);
    }),
  );
});
