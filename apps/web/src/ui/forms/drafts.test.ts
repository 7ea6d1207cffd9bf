import { draftOf, dropDraft, keepDraft, readDraft } from "./drafts.js";

const initial = { title: "", dueOn: null as string | null, lines: [{ text: "" }] };

beforeEach(() => sessionStorage.clear());

it("keeps what was typed where a reload finds it", () => {
  const typed = { title: "Call", dueOn: "2026-12-01", lines: [{ text: "a" }, { text: "b" }] };
  keepDraft("new task 1", typed);
  expect(draftOf(readDraft("new task 1"), initial)).toEqual(typed);
  dropDraft("new task 1");
  expect(readDraft("new task 1")).toBeNull();
});

it.each([
  ["of an older form", { title: "Call" }],
  ["of another type", { ...initial, title: 1 }],
  ["with other lines", { ...initial, lines: [{ words: "a" }] }],
  ["that is none", "text"],
])("does not take a draft %s", (_, kept) => {
  expect(draftOf(kept, initial)).toBeNull();
});

it("begins without a draft where the storage holds no JSON", () => {
  sessionStorage.setItem("clientela.draft.x", "{");
  expect(readDraft("x")).toBeNull();
});
