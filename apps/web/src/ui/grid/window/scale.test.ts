import { makeScale, spacerLimit } from "./scale.js";

describe("makeScale", () => {
  it("leaves a list alone that fits", () => {
    const scale = makeScale(360_000, 600);
    expect(scale.spacer).toBe(360_000);
    expect(scale.toList(1234)).toBe(1234);
  });

  const height = 36_000_000;
  const view = 600;
  const scale = makeScale(height, view);

  it("caps the spacer, and reaches both ends of the list", () => {
    expect(scale.spacer).toBe(spacerLimit);
    expect(scale.toList(0)).toBe(0);
    expect(scale.toList(spacerLimit - view)).toBe(height - view);
  });

  it("goes one to one near the ends", () => {
    expect(scale.toList(7_200)).toBe(7_200);
    expect(scale.toList(spacerLimit - view - 7_200)).toBe(height - view - 7_200);
  });

  it("only ever grows, and is undone by the way back", () => {
    let before = -1;
    for (let scroll = 0; scroll <= spacerLimit - view; scroll += 9_973) {
      const list = scale.toList(scroll);
      expect(list).toBeGreaterThan(before);
      expect(scale.toScroll(list)).toBeCloseTo(scroll, 3);
      before = list;
    }
  });
});
