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

  it("shows the step in the URL as soon as possible", () => {
    expect(stepToShow(at("READING", { read: false }), "match")).toBe("upload");
    expect(stepToShow(at("CHECKING"), "match")).toBe("match");
    expect(stepToShow(at("READY"), "match")).toBe("match");
  });

  it("goes to the current step if the URL names none, or one that is over", () => {
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
