import { mentioningAt, mentionsIn, peopleMeant } from "./mentions.js";

const person = (id: string, name: string) => ({ id, name, details: [] });
const ana = person("1", "Ana Lima");
const short = person("2", "Ana");
const joao = person("3", "João Souza");
const twin = person("4", "João Souza");
const people = [ana, short, joao, twin];

test.each<[string, string | null]>([
  ["@", ""],
  ["Pay @jo", "jo"],
  ["(@jo", "jo"],
  ["@João So", "João So"],
  ["Pay @Ana Lima now", null],
  ["mail ana@example", null],
  ["no one", null],
])("%j mentions %j", (text, typed) => {
  expect(mentioningAt(text, text.length)?.typed ?? null).toBe(typed);
});

test("finds colleagues by the beginnings of their names, without accents", () => {
  expect(peopleMeant("joao", people)).toEqual([joao, twin]);
  expect(peopleMeant("lim", people)).toEqual([ana]);
  expect(peopleMeant("", people)).toHaveLength(4);
  expect(peopleMeant("souza x", people)).toEqual([]);
});

test("mentions by id: the longest name, and of namesakes the one that was chosen", () => {
  expect(mentionsIn("Ask @Ana Lima", people, new Set())).toEqual(["1"]);
  expect(mentionsIn("Ask @Ana and @Ana Lima", people, new Set())).toEqual(["1", "2"]);
  expect(mentionsIn("Ask @João Souza", people, new Set())).toEqual([]);
  expect(mentionsIn("Ask @João Souza", people, new Set(["4"]))).toEqual(["4"]);
  expect(mentionsIn("Ask Ana Lima", people, new Set(["1"]))).toEqual([]);
});
