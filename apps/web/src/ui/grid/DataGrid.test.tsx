import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { renderApp } from "../../test/renderApp.js";
import type { GridColumn, GridLayout, GridSort } from "./columns/column.js";
import { defaultLayout } from "./columns/column.js";
import { DataGrid } from "./DataGrid.js";
import type { DataGridProps } from "./DataGridProps.js";

interface City {
  id: string;
  name: string;
  people: number;
}

const columns: GridColumn<City>[] = [
  { id: "name", header: "Name", cell: ({ name }) => name, sortable: true },
  { id: "people", header: "People", cell: ({ people }) => people, align: "end", sortable: true },
  { id: "link", header: "Map", cell: ({ id }) => <a href={`#map-${id}`}>map of {id}</a> },
];

const cities: City[] = Array.from({ length: 40 }, (_, index) => ({
  id: `c${index}`,
  name: `City ${index}`,
  people: index * 1000,
}));

function Cities(props: Partial<DataGridProps<City>>) {
  const [selected, onChange] = useState<ReadonlySet<string>>(new Set());
  const [layout, onLayout] = useState<GridLayout>(() => defaultLayout(columns));
  return (
    <DataGrid
      label="Cities"
      columns={columns}
      rows={cities}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      selection={{ selected, onChange }}
      layout={layout}
      onLayout={onLayout}
      {...props}
    />
  );
}

const cell = (row: number, column: number) => {
  const found = document.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`);
  if (!found) throw new Error(`no cell ${row}:${column}`);
  return found;
};

describe("DataGrid", () => {
  it("says how large the whole list is, not only what is drawn", async () => {
    await renderApp(<Cities total={12_480} />);
    const grid = screen.getByRole("grid", { name: "Cities" });
    expect(grid).toHaveAttribute("aria-rowcount", "12481");
    expect(grid).toHaveAttribute("aria-colcount", "4");
    expect(within(grid).getByRole("row", { name: /City 3\b/ })).toHaveAttribute(
      "aria-rowindex",
      "5",
    );
    expect(within(grid).getAllByRole("row").length).toBeLessThan(60);
    expect(screen.getByText(/^Rows 1–\d+ of 12,480$/)).toBeInTheDocument();
  });

  it("has one cell in the tab order, and moves it by the arrow keys", async () => {
    const user = userEvent.setup();
    await renderApp(<Cities />);
    await user.tab();
    expect(cell(0, 1)).toHaveFocus();
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowRight}");
    expect(cell(2, 2)).toHaveFocus();
    await user.keyboard("{Home}{ArrowUp}");
    expect(cell(1, 0)).toHaveFocus();
    await user.keyboard("{Control>}{End}{/Control}");
    expect(cell(39, 3)).toHaveFocus();
    expect(document.querySelectorAll("[data-cell][tabindex='0']")).toHaveLength(1);
    await user.tab();
    expect(document.body).toHaveFocus();
  });

  it("opens a row by Enter or a click, peeks by Space, and follows a link in its cell", async () => {
    const user = userEvent.setup();
    const onOpen = jest.fn();
    const onPeek = jest.fn();
    await renderApp(<Cities onOpen={onOpen} onPeek={onPeek} />);
    await user.tab();
    await user.keyboard("{ArrowDown}{Enter}");
    expect(onOpen).toHaveBeenLastCalledWith(cities[1]);
    await user.keyboard(" ");
    expect(onPeek).toHaveBeenLastCalledWith(cities[1]);
    await user.click(cell(4, 2));
    expect(onOpen).toHaveBeenLastCalledWith(cities[4]);
    onOpen.mockClear();
    const followed = jest.fn((event: Event) => event.preventDefault());
    screen.getByRole("link", { name: "map of c4" }).addEventListener("click", followed);
    await user.keyboard("{ArrowRight}{Enter}");
    expect(followed).toHaveBeenCalledTimes(1);
    expect(onOpen).not.toHaveBeenCalled();
  });

  it("chooses rows by X, by Shift and arrows, by the check box and all at once", async () => {
    const user = userEvent.setup();
    await renderApp(<Cities />);
    const chosen = () =>
      screen.getAllByRole("row", { selected: true }).map((row) => row.dataset.row);
    await user.tab();
    await user.keyboard("x{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    expect(chosen()).toEqual(["0", "1", "2"]);
    await user.click(screen.getByRole("checkbox", { name: "Select City 1" }));
    expect(chosen()).toEqual(["0", "2"]);
    await user.click(screen.getByRole("checkbox", { name: /Select all/ }));
    expect(chosen().length).toBeGreaterThan(10);
  });

  it("moves by J and K from anywhere, but not while a person types", async () => {
    const user = userEvent.setup();
    await renderApp(
      <>
        <input aria-label="Search" />
        <Cities />
      </>,
    );
    await user.click(screen.getByRole("textbox", { name: "Search" }));
    await user.keyboard("jjk");
    expect(screen.getByRole("textbox", { name: "Search" })).toHaveValue("jjk");
    act(() => screen.getByRole("textbox", { name: "Search" }).blur());
    await user.keyboard("j");
    expect(cell(0, 1)).toHaveFocus();
    await user.keyboard("jjk");
    expect(cell(1, 1)).toHaveFocus();
  });

  it("sorts by its headers, and says by which", async () => {
    const user = userEvent.setup();
    const onSort = jest.fn();
    const sort: GridSort = { column: "name", direction: "asc" };
    await renderApp(<Cities sort={sort} onSort={onSort} />);
    expect(screen.getByRole("columnheader", { name: /Name/ })).toHaveAttribute(
      "aria-sort",
      "ascending",
    );
    await user.click(screen.getByText("People"));
    expect(onSort).toHaveBeenLastCalledWith({ column: "people", direction: "desc" });
    await user.tab();
    await user.keyboard("{ArrowUp}");
    act(() => cell(-1, 1).focus());
    await user.keyboard("{Enter}");
    expect(onSort).toHaveBeenLastCalledWith({ column: "name", direction: "desc" });
  });

  it("hides and moves a column by its menu", async () => {
    const user = userEvent.setup();
    await renderApp(<Cities />);
    const headers = () =>
      screen.getAllByRole("columnheader").map((header) => header.dataset.column ?? "");
    act(() => cell(-1, 2).focus());
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    await user.click(await screen.findByRole("menuitem", { name: "Move right" }));
    expect(headers()).toEqual(["", "name", "link", "people"]);
    act(() => cell(-1, 3).focus());
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    await user.click(await screen.findByRole("menuitem", { name: "Hide" }));
    expect(headers()).toEqual(["", "name", "link"]);
  });

  it("renders placeholders for rows that are not loaded yet, and requests them once", async () => {
    const onNeed = jest.fn();
    await renderApp(<Cities rows={cities.slice(0, 5)} total={1_000_000} onNeed={onNeed} />);
    await waitFor(() => expect(onNeed).toHaveBeenCalledTimes(1));
    expect(onNeed).toHaveBeenCalledWith({ first: 0, last: expect.any(Number) });
    expect(cell(6, 1)).not.toHaveTextContent(/\w/);
  });

  it("shows what is said for an empty list", async () => {
    await renderApp(<Cities rows={[]} empty={<p>No city yet.</p>} />);
    expect(screen.getByText("No city yet.")).toBeInTheDocument();
    expect(screen.getByRole("grid")).toHaveAttribute("aria-rowcount", "1");
  });
});
