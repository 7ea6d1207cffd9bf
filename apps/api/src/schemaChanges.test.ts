import { readFile } from "node:fs/promises";
import { printedSchema } from "./printSchema.js";
import { breakingChanges } from "./schemaChanges.js";

const HOW_TO_GO_ABOUT_IT = `
Keep what is there, give it a \`deprecationReason\` that names its replacement, and add the replacement. What a
released schema deprecates may be removed in the next release. CONTRIBUTING.md, "Changing the API", has the steps.`;

test("the schema breaks no program that was written for the released one", async () => {
  const released = await readFile(new URL("../schema.released.graphql", import.meta.url), "utf8");
  const broken = breakingChanges(released, printedSchema());
  const message = ["This breaks programs that call the API:", ...broken, HOW_TO_GO_ABOUT_IT];
  if (broken.length > 0) throw new Error(message.join("\n- "));
});

const RELEASED = `
  directive @semanticNonNull(levels: [Int!]! = [0]) on FIELD_DEFINITION
  type Query { deal(id: ID!): Deal @semanticNonNull oldDeal(kind: Kind): Deal @deprecated(reason: "Use \`deal\`.") }
  type Deal { title: String! stage: Stage! }
  enum Stage { OPEN WON LOST }
  enum Kind { SMALL }
  input DealFilter { stage: Stage search: String @deprecated(reason: "Use \`stage\`.") }
  type Mutation { close(filter: DealFilter): Deal }`;

const changed = (from: string | RegExp, to: string): string[] =>
  breakingChanges(RELEASED, RELEASED.replace(from, to));

test.each([
  ["title: String!", "name: String!", ["Deal.title was removed."]],
  ["title: String!", "title: String", ["Deal.title changed type from String! to String."]],
  ["OPEN WON LOST", "OPEN WON", ["LOST was removed from enum type Stage."]],
  [
    "deal(id: ID!)",
    "deal(id: ID!, role: String!)",
    ["A required arg role on Query.deal was added."],
  ],
  ["stage: Stage search", "search", ["DealFilter.stage was removed."]],
  [" @semanticNonNull oldDeal", " oldDeal", ["Query.deal can now be null without an error."]],
])("replacing %j by %j breaks programs", (from, to, expected) => {
  const found = changed(from, to);
  expect(found).toEqual(expect.arrayContaining(expected));
});

test.each([
  ["type Deal {", "type Deal { value: Float"],
  ["OPEN WON LOST", "OPEN WON LOST PAUSED"],
  [/oldDeal.* }/, "}"],
  [/search: String.* }/, "}"],
  [/oldDeal.* }|enum Kind.*\n/g, ""],
])("replacing %s by %j breaks none", (from, to) => {
  const end = to === "" ? "}" : to;
  const current = RELEASED.replace(from, (found) => (found.startsWith("enum") ? "" : end));
  expect(current).not.toBe(RELEASED);
  expect(breakingChanges(RELEASED, current)).toEqual([]);
});
