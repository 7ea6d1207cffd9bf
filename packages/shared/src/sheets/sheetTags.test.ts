import fc from "fast-check";
import { joinTags, splitTags } from "./sheetTags.js";

test.each([
  ["football-fan, musician", ["football-fan", "musician"]],
  ["a;b|c\nd", ["a", "b", "c", "d"]],
  ["vip ::: trade fair", ["vip", "trade fair"]],
  ['"São Paulo, SP"; vip', ["São Paulo, SP", "vip"]],
  ['5" pipe, vip', ['5" pipe', "vip"]],
  ['"open, vip', ['"open', "vip"]],
  ['"say ""hi"""', ['say "hi"']],
  [" , ;", []],
  ["", []],
])("%j holds the tags %j", (text, tags) => {
  expect(splitTags(text)).toEqual(tags);
});

test("tags come back from the cell that they are joined in", () => {
  const tag = fc
    .string({ unit: fc.constantFrom("a", " ", ",", ";", ":", '"', "|", "é"), minLength: 1 })
    .map((text) => text.trim())
    .filter((text) => text !== "");
  fc.assert(
    fc.property(fc.array(tag), (tags) => {
      expect(splitTags(joinTags(tags))).toEqual(tags);
    }),
  );
});
