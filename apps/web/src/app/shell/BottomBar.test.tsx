import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderWithApi } from "../../test/renderWithApi.js";
import { BottomBar } from "./BottomBar.js";

async function openMore(role: "finance" | "projects", path?: string) {
  await renderWithApi(<BottomBar onSearch={() => undefined} />, { role, path });
  const bar = within(screen.getByRole("navigation", { hidden: true }));
  const more = bar.getByRole("button", { name: "More", hidden: true });
  await userEvent.click(more);
  return { bar, more, menu: within(await screen.findByRole("menu")) };
}

const names = (items: readonly HTMLElement[]) => items.map((item) => item.textContent);

describe("the navigation of a phone", () => {
  it("leads to every page of the sidebar, by the bar or by its menu", async () => {
    const { bar, menu } = await openMore("finance");
    expect(names(bar.getAllByRole("link", { hidden: true }))).toEqual(["Customers", "My work"]);
    const entries = menu.getAllByRole("menuitem");
    expect(names(entries)).toEqual(
      expect.arrayContaining(["Receivables", "Payables", "Playground", "Developers", "Settings"]),
    );
    expect(menu.getByRole("menuitem", { name: "Receivables" })).toHaveAttribute(
      "href",
      "/receivables",
    );
  });

  it("leaves out what a person may not see", async () => {
    const { menu } = await openMore("projects");
    expect(menu.queryByRole("menuitem", { name: "Receivables" })).toBeNull();
    expect(menu.getByRole("menuitem", { name: "Settings" })).toBeInTheDocument();
  });

  it("marks the menu while one of its pages is on screen", async () => {
    const { more, menu } = await openMore("finance", "/payables");
    expect(more).toHaveAttribute("aria-current", "true");
    expect(menu.getByRole("menuitem", { name: "Payables" })).toHaveAttribute(
      "aria-current",
      "page",
    );
  });
});
