import { detectConventions } from "./sheetConventions.js";

test("one proof decides for the column, and doubtful cells follow it", () => {
  expect(detectConventions(["1.234", "10", "1.234,56", ""]).decimal).toEqual({
    value: ",",
    certainty: "certain",
  });
  expect(detectConventions(["03/04/2026", "31/12/2026"]).dateOrder).toEqual({
    value: "dmy",
    certainty: "certain",
  });
});

test("ambiguous formats have to be asked about", () => {
  const { decimal, dateOrder } = detectConventions(["1.234", "03/04/2026"]);
  expect(decimal).toEqual({ value: null, certainty: "ambiguous" });
  expect(dateOrder).toEqual({ value: null, certainty: "ambiguous" });
});

test("contradicting cells are reported, with the more frequent convention", () => {
  expect(detectConventions(["1,5", "2,5", "3.5"]).decimal).toEqual({
    value: ",",
    certainty: "mixed",
  });
});

test("samples that contradict one another leave it open how those that can be read both ways are meant", () => {
  const { decimal, dateOrder } = detectConventions([
    ...["1.234,56", "1,234.56", "1.234"],
    ...["13/04/2026", "04/13/2026", "01/04/2026"],
  ]);
  expect(decimal.certainty).toBe("ambiguous");
  expect(dateOrder.certainty).toBe("ambiguous");
});

test("one slip among many samples leaves their convention as it is", () => {
  const slip = [...Array<string>(40).fill("31/12/2026"), "12/31/2026", "01/04/2026"];
  expect(detectConventions(slip).dateOrder).toEqual({ value: "dmy", certainty: "mixed" });
});

test("text says nothing", () => {
  const { decimal, dateOrder } = detectConventions(["Padaria", "10", "2026-01-01"]);
  expect(decimal.certainty).toBe("absent");
  expect(dateOrder.certainty).toBe("absent");
});
