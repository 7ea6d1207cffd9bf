import { fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderWithApi } from "../../../test/renderWithApi.js";
import { UploadStep } from "./UploadStep.js";

describe("the upload step", () => {
  it("offers what the role may bring in, with a template for each", async () => {
    const user = userEvent.setup();
    await renderWithApi(<UploadStep />, { role: "sales", path: "/imports/new" });
    await user.click(screen.getByRole("combobox", { name: "What is in the file?" }));
    const names = screen.getAllByRole("option").map(({ textContent }) => textContent);
    expect(names).toEqual(["Customers", "Contacts", "Orders"]);
    await user.click(screen.getByRole("option", { name: "Orders" }));
    expect(
      screen.getByText(/One column has to identify the customer of each row/),
    ).toBeInTheDocument();
    const template = screen.getByRole("link", { name: "Download a template" });
    expect(template).toHaveAttribute("download", "Orders, template.csv");
    expect(decodeURIComponent(template.getAttribute("href") ?? "")).toContain("Order number");
  });

  it("takes pasted cells also while the kind has the focus", async () => {
    await renderWithApi(<UploadStep />, { path: "/imports/new" });
    const kind = screen.getByRole("combobox", { name: "What is in the file?" });
    fireEvent.paste(kind, {
      clipboardData: { files: [], getData: () => "Name\tCity\nAna\tNatal" },
    });
    expect(await screen.findByText("Pasted cells.tsv")).toBeInTheDocument();
  });
});
