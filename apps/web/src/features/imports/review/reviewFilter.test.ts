import { readReviewFilter, reviewSearch, rowFilterOf } from "./reviewFilter.js";

const read = (search: string) => readReviewFilter(new URLSearchParams(search));

describe("the filter of the review", () => {
  it.each([
    ["?step=review", {}],
    ["?step=review&show=error", { class: ["ERROR"] }],
    ["?step=review&problem=ambiguous", { codes: ["ambiguous"] }],
    [
      "?step=review&show=new&problem=unknown_owner%403",
      { class: ["NEW"], codes: ["unknown_owner"], columns: [3] },
    ],
  ])("says %s as rows are asked for, and comes back to the same URL", (search, filter) => {
    expect(rowFilterOf(read(search))).toEqual(filter);
    expect(reviewSearch(read(search))).toBe(search);
  });

  it("leaves out what it does not know", () => {
    expect(read("?show=nothing&problem=%27;")).toEqual({ only: null, problem: null });
  });
});
