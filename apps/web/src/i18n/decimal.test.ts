import { readDecimal, writeDecimal } from "./decimal.js";

describe("readDecimal", () => {
  it.each([
    ["1.234,50", "1234.50"],
    ["1234,5", "1234.5"],
    ["R$ 1.234.567,89", "1234567.89"],
    ["12.5", "12.5"],
    ["1.234", "1234"],
    ["-3", "-3"],
    ["1,234.56", "1234.56"],
    ["10k", "10000"],
    ["R$ 10k", "10000"],
    ["1,5 mil", "1500"],
    ["2,25 milhões", "2250000"],
    ["0,0001k", "0.1"],
    ["9007199254740993,01", "9007199254740993.01"],
  ])("reads %s as Portuguese writes it", (text, decimal) => {
    expect(readDecimal(text, "pt-BR")).toBe(decimal);
  });

  it.each([
    ["1,234.50", "1234.50"],
    ["1234.5", "1234.5"],
    ["1,234", "1234"],
    ["12,5", "12.5"],
    ["1.234,56", "1234.56"],
    ["$2.5m", "2500000"],
    ["3 thousand", "3000"],
  ])("reads %s as English writes it", (text, decimal) => {
    expect(readDecimal(text, "en")).toBe(decimal);
  });

  it.each([
    "",
    "abc",
    "1,2,3",
    "--1",
    "1e5",
    "1 E5",
    "10x",
    "10kg",
    "10 m",
    "a10",
    "k",
    "12,34.56",
    "10,00 + 5",
  ])("refuses %j", (text) => {
    expect(readDecimal(text, "pt-BR")).toBeNull();
  });
});

describe("writeDecimal", () => {
  it("keeps the digits and uses the language's marks", () => {
    expect(writeDecimal("1234.5000", "pt-BR", 2)).toBe("1.234,50");
    expect(writeDecimal("1234.5678", "en", 2)).toBe("1,234.5678");
    expect(writeDecimal("-999999999999.9", "pt-BR", 2)).toBe("-999.999.999.999,90");
    expect(writeDecimal("10.0000", "pt-BR")).toBe("10");
  });
});
