import { paths, safeReturnPath } from "./paths.js";

describe("safeReturnPath", () => {
  it("returns to the page that was requested, with its search", () => {
    const url = new URL(paths.signIn("/customers?q=são&sort=-name"), "https://app.example");
    expect(safeReturnPath(url.searchParams.get("to"))).toBe("/customers?q=são&sort=-name");
  });

  it.each([
    null,
    "",
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/sign-in?to=/x",
  ])("does not go to %s", (path) => expect(safeReturnPath(path)).toBe("/"));
});
