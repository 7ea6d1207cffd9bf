import { shorten } from "./row.js";

test("a long value is cut between characters", () => {
  expect(shorten("a".repeat(80))).toBe("a".repeat(80));
  expect(shorten("a".repeat(81))).toBe(`${"a".repeat(79)}…`);
  const cut = shorten(`${"a".repeat(78)}😀${"a".repeat(10)}`);
  expect(cut).toBe(`${"a".repeat(78)}…`);
  expect(shorten("😀".repeat(60)).isWellFormed()).toBe(true);
});
