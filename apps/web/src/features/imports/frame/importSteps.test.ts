import { type ImportPlace, openSteps, stepToShow } from "./importSteps.js";

const at = (status: ImportPlace["status"], more: Partial<ImportPlace> = {}): ImportPlace => ({
  status,
  read: true,
  applied: false,
  toCheck: false,
  ...more,
});

describe("the steps of an import", () => {
  it("opens what is ready and nothing beyond", () => {
    expect(openSteps(at("MATCHING"))).toEqual(["upload", "match"]);
    expect(openSteps(at("READY"))).toEqual(["upload", "match", "review", "run"]);
    expect(openSteps(at("RUNNING"))).toEqual(["run"]);
    expect(openSteps(at("DONE"))).toEqual(["result"]);
  });

  it("shows what the URL asks for, as soon as that can be", () => {
    expect(stepToShow(at("READING", { read: false }), "match")).toBe("upload");
    expect(stepToShow(at("CHECKING"), "match")).toBe("match");
    expect(stepToShow(at("READY"), "match")).toBe("match");
  });

  it("goes where the import is when the URL asks for nothing, or for what is over", () => {
    expect(stepToShow(at("MATCHING"), null)).toBe("match");
    expect(stepToShow(at("READY"), null)).toBe("review");
    expect(stepToShow(at("READY", { toCheck: true }), null)).toBe("match");
    expect(stepToShow(at("READY", { toCheck: true }), "review")).toBe("review");
    expect(stepToShow(at("RUNNING"), "review")).toBe("run");
    expect(stepToShow(at("DONE", { applied: true }), "run")).toBe("result");
    expect(stepToShow(at("FAILED"), "review")).toBe("upload");
    expect(stepToShow(at("FAILED", { applied: true }), null)).toBe("result");
  });
});
