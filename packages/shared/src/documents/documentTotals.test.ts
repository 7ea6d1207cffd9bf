import fc from "fast-check";
import { minorUnits } from "../values/currencies.js";
import { fitsCurrency, withoutZeros } from "../values/decimalRules.js";
import { add, compare, multiply, subtract } from "../values/money.js";
import { documentTotals, lineNet, type PricedBy } from "./documentTotals.js";

test("three times ten cents are thirty, and 10^15 cents are exact", () => {
  expect(documentTotals([{ quantity: "3", unitPrice: "0.1" }], "BRL").total).toBe("0.30");
  const dimes = Array(3).fill({ quantity: "1", unitPrice: "0.1" });
  expect(documentTotals(dimes, "BRL").total).toBe("0.30");
  const large = [
    { quantity: "1", unitPrice: "10000000000000.00" },
    { quantity: "1", unitPrice: "0.01" },
  ];
  expect(documentTotals(large, "BRL").total).toBe("10000000000000.01");
  expect(documentTotals([], "JPY")).toEqual({
    lines: [],
    subtotal: "0",
    taxes: [],
    tax: "0",
    total: "0",
  });
});

test.each([
  [{ quantity: "3", unitPrice: "0.335" }, "EUR", "1.01"],
  [{ quantity: "1", unitPrice: "99.99", discount: "10" }, "EUR", "89.99"],
  [{ quantity: "1", unitPrice: "0.01", discount: "50" }, "EUR", "0.01"],
  [{ quantity: "1", unitPrice: "-0.01", discount: "50" }, "EUR", "-0.01"],
  [{ quantity: "2", unitPrice: "1000", discount: "12.5" }, "JPY", "1750"],
  [{ quantity: "1", unitPrice: "1", discount: "0.05" }, "BHD", "1.000"],
  [{ quantity: "1", unitPrice: "5", discount: "100" }, "BHD", "0.000"],
])("the line %j in %s comes to %s", (line, currency, net) => {
  expect(lineNet(line, currency)).toBe(net);
});

test("tax is computed on the sum of a rate's lines, rounded once, half-up", () => {
  const third = { quantity: "1", unitPrice: "0.33", taxRate: "23" };
  // Line by line it would be three times 0.08.
  expect(documentTotals([third, third, { ...third, taxRate: "23.0000" }], "EUR")).toEqual({
    lines: ["0.33", "0.33", "0.33"],
    subtotal: "0.99",
    taxes: [{ rate: "23", net: "0.99", tax: "0.23" }],
    tax: "0.23",
    total: "1.22",
  });
  const half = { quantity: "1", unitPrice: "0.50", taxRate: "1" };
  expect(documentTotals([half], "EUR").tax).toBe("0.01");
  expect(documentTotals([{ ...half, unitPrice: "-0.50" }], "EUR").tax).toBe("-0.01");
  expect(documentTotals([{ ...half, unitPrice: "25", taxRate: "10" }], "JPY").total).toBe("28");
  expect(documentTotals([{ ...half, unitPrice: "0.005", taxRate: "10" }], "BHD").total).toBe(
    "0.006",
  );
});

test("each rate has a sum of its own, the lowest first; lines without tax have none", () => {
  const lines = [
    { quantity: "2", unitPrice: "50", discount: "10", taxRate: "23" },
    { quantity: "1", unitPrice: "10", taxRate: "6" },
    { quantity: "1", unitPrice: "7.77" },
    { quantity: "1", unitPrice: "1", taxRate: "0" },
  ];
  expect(documentTotals(lines, "EUR")).toMatchObject({
    subtotal: "108.77",
    taxes: [
      { rate: "6", net: "10.00", tax: "0.60" },
      { rate: "23", net: "90.00", tax: "20.70" },
    ],
    tax: "21.30",
    total: "130.07",
  });
});

const decimals = (max: bigint, min = -max) =>
  fc.bigInt({ min, max }).map((units) => multiply(units.toString(), "0.0001"));
const percent = fc.option(decimals(1_000_000n, 0n), { nil: undefined });
const line: fc.Arbitrary<PricedBy> = fc.record({
  quantity: decimals(10n ** 8n, 1n),
  unitPrice: decimals(10n ** 14n),
  discount: percent,
  taxRate: fc.oneof(percent, fc.constantFrom("6", "13", "23", "23.00")),
});
const lines = fc.array(line, { maxLength: 20 });
const currency = fc.constantFrom("BRL", "JPY", "BHD", "CLF");

const isHalfAUnitOff = (rounded: string, exact: string, code: string) => {
  const places = minorUnits(code);
  const half = places === 0 ? "0.5" : `0.${"5".padStart(places + 1, "0")}`;
  const off = compare(subtract(rounded, exact).replace("-", ""), half);
  // A half goes away from zero.
  const further = compare(rounded.replace("-", ""), exact.replace("-", "")) > 0;
  return off < 0 || (off === 0 && further);
};

test("the parts add up to the total, and each is rounded once to the currency's minor unit, half-up", () => {
  fc.assert(
    fc.property(lines, currency, (all, code) => {
      const totals = documentTotals(all, code);
      const { subtotal, tax, taxes, total } = totals;
      expect(compare(totals.lines.reduce(add, "0"), subtotal)).toBe(0);
      expect(compare(taxes.map((one) => one.tax).reduce(add, "0"), tax)).toBe(0);
      expect(compare(add(subtotal, tax), total)).toBe(0);
      for (const amount of [...totals.lines, subtotal, tax, total]) {
        expect(fitsCurrency(amount, code)).toBe(true);
      }
      all.forEach(({ quantity, unitPrice, discount }, index) => {
        const share = multiply(subtract("100", discount ?? "0"), "0.01");
        const exact = multiply(multiply(quantity, unitPrice), share);
        expect(isHalfAUnitOff(totals.lines[index] ?? "", exact, code)).toBe(true);
      });
      for (const { rate, net, tax: rounded } of taxes) {
        const own = all.flatMap(({ taxRate }, index) =>
          withoutZeros(taxRate ?? "0") === rate ? (totals.lines[index] ?? []) : [],
        );
        expect(compare(own.reduce(add, "0"), net)).toBe(0);
        expect(isHalfAUnitOff(rounded, multiply(net, multiply(rate, "0.01")), code)).toBe(true);
      }
    }),
  );
});

test("the order of the lines does not matter", () => {
  fc.assert(
    fc.property(lines, currency, fc.nat(), (all, code, turn) => {
      const at = all.length === 0 ? 0 : turn % all.length;
      const turned = [...all.slice(at), ...all.slice(0, at)].reverse();
      const { lines: nets, ...totals } = documentTotals(all, code);
      const { lines: turnedNets, ...turnedTotals } = documentTotals(turned, code);
      expect(turnedTotals).toEqual(totals);
      expect([...turnedNets].sort()).toEqual([...nets].sort());
    }),
  );
});
