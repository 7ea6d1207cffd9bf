import { CellFixes } from "./CellFixes.js";

const saved = async () => true;
const refused = async () => false;

describe("the cells that are being fixed", () => {
  it("are open one at a time, and in one place", () => {
    const fixes = new CellFixes();
    fixes.open("grid", 2, 1);
    expect(fixes.isOpen("grid", 2, 1)).toBe(true);
    expect(fixes.isOpen("drawer", 2, 1)).toBe(false);
    fixes.open("grid", 2, 2);
    // The cell before is left by the focus only after the next one was opened.
    fixes.close("grid", 2, 1);
    expect(fixes.isOpen("grid", 2, 2)).toBe(true);
    fixes.close("grid", 2, 2);
    expect(fixes.isBusy()).toBe(false);
  });

  it("show what was typed until their rows do, and the old text where it was refused", async () => {
    const fixes = new CellFixes();
    const sending = fixes.send(2, 1, "new", saved);
    expect(fixes.textOf(2, 1)).toBe("new");
    await sending;
    expect(fixes.textOf(2, 1)).toBe("new");
    await fixes.settle(async () => undefined);
    expect(fixes.textOf(2, 1)).toBeUndefined();
    await fixes.send(2, 1, "wrong", refused);
    expect(fixes.textOf(2, 1)).toBeUndefined();
  });

  it("keep what was sent after the rows were requested", async () => {
    const fixes = new CellFixes();
    await fixes.send(2, 1, "first", saved);
    await fixes.settle(async () => {
      await fixes.send(3, 1, "other", saved);
      await fixes.send(2, 1, "second", saved);
    });
    expect(fixes.textOf(2, 1)).toBe("second");
    expect(fixes.textOf(3, 1)).toBe("other");
  });
});
