import { costOfFilter } from "./filterCost.js";

test("related records cost what reading them takes, however deep; plain conditions cost nothing", () => {
  expect(costOfFilter({ filter: { city: "Recife", tags: ["a", "b"] } })).toBe(0);
  expect(costOfFilter({ filter: { deals: { some: { open: true }, none: null } } })).toBe(100);
  const both = { deals: { some: {}, none: {} } };
  expect(costOfFilter({ filter: { or: [both, { not: both }], and: [{}] } })).toBe(400);
});
