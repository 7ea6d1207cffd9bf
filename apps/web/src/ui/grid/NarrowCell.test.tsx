import { screen } from "@testing-library/react";
import { renderApp } from "../../test/renderApp.js";
import type { GridColumn } from "./columns/column.js";
import { NarrowCell } from "./NarrowCell.js";

interface Account {
  name: string;
  city: string;
  total: string;
  overdue: string | null;
}

const columns: GridColumn<Account>[] = [
  { id: "name", header: "Name", cell: ({ name }) => name },
  {
    id: "overdue",
    header: "Overdue",
    narrow: "detail",
    narrowLabel: true,
    cell: ({ overdue }) => overdue,
  },
  { id: "city", header: "City", narrow: "detail", cell: ({ city }) => city },
  { id: "total", header: "Total", narrow: "end", narrowLabel: true, cell: ({ total }) => total },
  { id: "owner", header: "Owner", cell: () => "Rui" },
];

const show = (row: Account) =>
  renderApp(
    <NarrowCell
      row={row}
      columns={columns.map((column) => ({ column, width: 100, grows: false, pinned: false }))}
      index={0}
      offset={0}
      active={false}
    />,
  );

describe("the row of a phone", () => {
  it("names the amounts that would not say what they are, and lets them follow the rest", async () => {
    await show({ name: "Padaria", city: "Itu", total: "R$ 10", overdue: "R$ 4" });
    expect(screen.getByRole("gridcell")).toHaveTextContent(/^PadariaTotal R\$ 10ItuOverdue R\$ 4$/);
  });

  it("leaves columns out that have no place in it", async () => {
    await show({ name: "Padaria", city: "Itu", total: "R$ 10", overdue: null });
    expect(screen.getByRole("gridcell")).not.toHaveTextContent("Rui");
  });
});
