import fc from "fast-check";
import { escapeFormula, isErrorLiteral, unescapeFormula } from "./formulaText.js";

test.each([
  ["=SUM(A1:A9)", "'=SUM(A1:A9)"],
  ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
  ["-2+3", "'-2+3"],
  ["@SUM(1)", "'@SUM(1)"],
  ["\t=1", "'\t=1"],
  ["＝1+1", "'＝1+1"],
  [" =1+1", "' =1+1"],
  ["\u3000\ufeff＠SUM(1)", "'\u3000\ufeff＠SUM(1)"],
  ["'=1", "''=1"],
  ["#REF!", "'#REF!"],
  ["-", "'-"],
  ["'quoted'", "'quoted'"],
  ["Padaria", "Padaria"],
  ["", ""],
  ["+55 (11) 98765-4321", "+55 (11) 98765-4321"],
  ["+5511987654321", "+5511987654321"],
  ["+1 365-756-9410 x4781", "+1 365-756-9410 x4781"],
  ["-500", "-500"],
  ["-1.234,56", "-1.234,56"],
  ["-R$ 10", "-R$ 10"],
])("%j is written as %j and read back", (text, escaped) => {
  expect(escapeFormula(text)).toBe(escaped);
  expect(unescapeFormula(escaped)).toBe(text);
});

test("the apostrophe with which others mark text comes off", () => {
  expect(unescapeFormula("'+5511987654321")).toBe("+5511987654321");
  expect(unescapeFormula("'Hertz")).toBe("'Hertz");
});

test("every text comes back from its escape, and no escape starts a formula", () => {
  const piece = fc.constantFrom(
    "=",
    "+",
    "-",
    "@",
    "'",
    "\t",
    "\r",
    "\n",
    "#N/A",
    " ",
    "\u3000",
    "1",
    ".",
    "a",
    "(",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(piece).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(text, (any) => {
      const escaped = escapeFormula(any);
      expect(unescapeFormula(escaped)).toBe(any);
      expect(isErrorLiteral(escaped)).toBe(false);
      if (/^\s*[=@\t\r]/.test(any)) expect(escaped[0]).toBe("'");
      if (/^[+-].*[a-z!|=]/.test(escaped))
        expect(escaped).toMatch(/^\+\d[\d ().-]* ?(x|ext|ramal)/);
    }),
    { numRuns: 2000 },
  );
});
