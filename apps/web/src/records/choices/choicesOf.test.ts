import { choicesOf } from "./choicesOf.js";

test("a unique name is shown alone", () => {
  expect(choicesOf([{ id: "1", name: "Website", details: ["active"] }])).toEqual([
    { value: "1", label: "Website" },
  ]);
});

test("records of one name carry what distinguishes them, and no more", () => {
  const labels = choicesOf([
    { id: "1", name: "Website", details: ["done", "01/01/2026"] },
    { id: "2", name: "Website", details: ["active", "01/01/2026"] },
    { id: "3", name: "Website", details: ["active", "01/06/2026"] },
    { id: "4", name: "Shop", details: ["active", "01/06/2026"] },
  ]).map(({ label }) => label);
  expect(labels).toEqual([
    "Website (done)",
    "Website (active, 01/01/2026)",
    "Website (active, 01/06/2026)",
    "Shop",
  ]);
});

test("an empty detail leaves no comma", () => {
  const [first] = choicesOf([
    { id: "1", name: "Ana", details: ["", "ana@a.example"] },
    { id: "2", name: "Ana", details: ["", "ana@b.example"] },
  ]);
  expect(first?.label).toBe("Ana (ana@a.example)");
});
