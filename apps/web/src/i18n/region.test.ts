import { dateNotation } from "./region.js";

describe("dateNotation", () => {
  const browser = (...languages: string[]) =>
    jest.spyOn(navigator, "languages", "get").mockReturnValue(languages);
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it.each([
    [["en-GB", "en"], "DD/MM/YYYY", "dmy"],
    [["en-US"], "MM/DD/YYYY", "mdy"],
    [["en"], "MM/DD/YYYY", "mdy"],
    [["pt-BR", "en-AU"], "DD/MM/YYYY", "dmy"],
    [["en-CA"], "YYYY-MM-DD", "ymd"],
  ])("writes English dates as the browser's region does: %j", (languages, pattern, order) => {
    browser(...languages);
    expect(dateNotation("en")).toMatchObject({ pattern, order });
  });

  it("does not ask the browser in Portuguese", () => {
    browser("en-US");
    expect(dateNotation("pt-BR")).toMatchObject({ locale: "pt-BR", pattern: "DD/MM/YYYY" });
  });
});
