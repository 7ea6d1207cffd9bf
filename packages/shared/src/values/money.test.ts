import fc from "fast-check";
import { CURRENCIES, isCurrency, minorUnits } from "./currencies.js";
import {
  add,
  compare,
  multiply,
  negate,
  parseDecimal,
  roundMoney,
  roundTo,
  subtract,
  sumByCurrency,
  withCurrencyDecimals,
} from "./money.js";

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 8 }))
  .map(([units, scale]) =>
    multiply(units.toString(), scale ? `0.${"1".padStart(scale, "0")}` : "1"),
  );

test.each([
  ["1234.50", "1234.50"],
  ["+007.10", "7.10"],
  ["-0.00", "0.00"],
  [" 5 ", "5"],
  ["1,5", null],
  ["1e5", null],
  ["", null],
  [".5", null],
  ["5.", null],
  ["--5", null],
  ["NaN", null],
])("reads the decimal %j as %j", (text, expected) => {
  expect(parseDecimal(text)).toBe(expected);
});

test("tenths add up exactly", () => {
  expect(add("0.1", "0.2")).toBe("0.3");
  expect(add("999999999999999999.99", "0.01")).toBe("1000000000000000000.00");
  expect(subtract("1.00", "0.999")).toBe("0.001");
  expect(multiply("0.1", "0.1")).toBe("0.01");
});

test("text that is no decimal is refused, not counted as zero", () => {
  expect(() => add("abc", "1")).toThrow(RangeError);
  expect(() => compare("", "1")).toThrow(RangeError);
});

test("adding is commutative and undone by subtracting", () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      expect(add(a, b)).toBe(add(b, a));
      expect(compare(subtract(add(a, b), b), a)).toBe(0);
    }),
  );
});

test("multiplying distributes over adding", () => {
  fc.assert(
    fc.property(decimal, decimal, decimal, (a, b, c) => {
      expect(compare(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(0);
    }),
  );
});

test("comparing is by value and antisymmetric", () => {
  expect(compare("1.0", "1")).toBe(0);
  expect(compare("10", "9.99")).toBe(1);
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      expect(compare(a, b) + compare(b, a)).toBe(0);
      expect(compare(a, b) + compare(negate(a), negate(b))).toBe(0);
    }),
  );
});

test("rounding moves a value by at most half a unit of its last place, alike on both sides of zero", () => {
  expect(roundTo("2.345", 2)).toBe("2.35");
  expect(roundTo("-2.345", 2)).toBe("-2.35");
  expect(roundTo("-0.004", 2)).toBe("0.00");
  fc.assert(
    fc.property(decimal, fc.integer({ min: 0, max: 6 }), (a, places) => {
      const half = places === 0 ? "0.5" : `0.${"5".padStart(places + 1, "0")}`;
      const moved = subtract(roundTo(a, places), a);
      expect(compare(moved.replace("-", ""), half)).not.toBe(1);
      expect(roundTo(negate(a), places)).toBe(parseDecimal(negate(roundTo(a, places))));
    }),
  );
});

test("each currency has its own minor unit", () => {
  expect(roundMoney("10.5", "BRL")).toBe("10.50");
  expect(roundMoney("10.5", "JPY")).toBe("11");
  expect(roundMoney("10.55555", "KWD")).toBe("10.556");
  expect(minorUnits("CLF")).toBe(4);
});

test("trailing zeros of the database go, real decimals stay", () => {
  expect(withCurrencyDecimals("10.0000", "BRL")).toBe("10.00");
  expect(withCurrencyDecimals("10.0050", "BRL")).toBe("10.005");
  expect(withCurrencyDecimals("10", "BRL")).toBe("10.00");
  expect(withCurrencyDecimals("10.00", "JPY")).toBe("10");
  expect(withCurrencyDecimals("-0.00", "BRL")).toBe("0.00");
  expect(withCurrencyDecimals("-0.50", "BRL")).toBe("-0.50");
  expect(withCurrencyDecimals("+007.5", "BRL")).toBe("7.50");
  expect(() => withCurrencyDecimals("1e3", "BRL")).toThrow(RangeError);
});

test("sums stay within their currency, the largest first", () => {
  expect(
    sumByCurrency([
      { amount: "0.10", currency: "USD" },
      { amount: "5", currency: "BRL" },
      { amount: "0.20", currency: "USD" },
      { amount: "5.00", currency: "EUR" },
      { amount: "-1", currency: "JPY" },
    ]),
  ).toEqual([
    { amount: "5.00", currency: "BRL" },
    { amount: "5.00", currency: "EUR" },
    { amount: "0.30", currency: "USD" },
    { amount: "-1", currency: "JPY" },
  ]);
  expect(sumByCurrency([])).toEqual([]);
});

test("a sum does not depend on the order of its parts", () => {
  const money = fc.record({
    amount: decimal,
    currency: fc.constantFrom("BRL", "EUR", "JPY"),
  });
  fc.assert(
    fc.property(fc.array(money), (amounts) => {
      expect(sumByCurrency([...amounts].reverse())).toEqual(sumByCurrency(amounts));
    }),
  );
});

test("currencies are distinct codes of three capitals", () => {
  expect(new Set(CURRENCIES).size).toBe(CURRENCIES.length);
  for (const code of CURRENCIES) expect(code).toMatch(/^[A-Z]{3}$/);
  expect(isCurrency("BRL")).toBe(true);
  expect(isCurrency("brl")).toBe(false);
  expect(isCurrency("XXX")).toBe(false);
});
