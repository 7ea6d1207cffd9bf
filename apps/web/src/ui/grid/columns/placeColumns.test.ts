import type { GridColumn, GridLayout } from "./column.js";
import { placeColumns } from "./useGridColumns.js";

const column = (id: string, more: Partial<GridColumn<string>> = {}): GridColumn<string> => ({
  id,
  header: id,
  cell: () => id,
  ...more,
});

const layout = (part: Partial<GridLayout> = {}): GridLayout => ({
  order: [],
  hidden: [],
  widths: {},
  ...part,
});

const columns = [column("name"), column("city"), column("owed"), column("status")];

const idsOf = (part: Partial<GridLayout>) =>
  placeColumns(columns, layout(part)).map((placed) => placed.column.id);

describe("placing the columns of a grid", () => {
  it("puts them in the order of the layout, and new ones after those it knows", () => {
    expect(idsOf({ order: ["name", "owed", "gone"] })).toEqual(["name", "owed", "city", "status"]);
  });

  it("keeps the first one first and shown, whatever the layout says", () => {
    expect(idsOf({ order: ["owed", "name", "city"], hidden: ["name", "city"] })).toEqual([
      "name",
      "owed",
      "status",
    ]);
    const [first, second] = placeColumns(columns, layout());
    expect([first?.pinned, second?.pinned]).toEqual([true, false]);
  });

  it("lets the first one grow until it is given a width", () => {
    const first = (part: Partial<GridLayout>) => placeColumns(columns, layout(part))[0];
    expect(first({})).toMatchObject({ grows: true, width: 140 });
    expect(first({ widths: { name: 300 } })).toMatchObject({ grows: false, width: 300 });
  });

  it("keeps widths between the least of a column and 800 pixels", () => {
    const widthOf = (width: number) =>
      placeColumns([column("name", { minWidth: 90 })], layout({ widths: { name: width } }))[0]
        ?.width;
    expect([20, 120, 2_000].map(widthOf)).toEqual([90, 120, 800]);
    expect(placeColumns([column("name", { width: 220 })], layout())[0]?.width).toBe(220);
  });

  it("places nothing where there is no column", () => {
    expect(placeColumns([], layout())).toEqual([]);
  });
});
