import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderWithApi } from "../../../test/renderWithApi.js";
import ExportDialog from "./ExportDialog.js";

const done = (rows: number) => ({
  __typename: "Export",
  id: "e1",
  recordType: "ORDER",
  search: "sao",
  filter: { countries: ["BR"], status: ["ACTIVE", "LEAD"], ownerIds: ["u-rui"] },
  includeArchived: false,
  status: "DONE",
  rows,
  fileName: "orders-2026-11-24.csv",
  url: "/exports/e1",
  sha256: "ab12",
});

async function open() {
  const { of } = await renderWithApi(
    <ExportDialog
      onClose={() => undefined}
      listVariables={{ search: "sao", filter: { countries: ["BR"] } }}
      selectedIds={[]}
      shownColumns={["name", "city"]}
    />,
    {
      answers: [
        [
          "ExportDialog",
          ({ list }) =>
            Object(list).recordType === "ORDER"
              ? { list: 7, everything: 9 }
              : { list: 12, everything: 40 },
        ],
        [
          "People",
          () => ({
            users: [
              { __typename: "User", id: "u-rui", name: "Rui Costa", email: "rui@example.com" },
            ],
          }),
        ],
        [
          "CreateExport",
          () => ({ createExport: { __typename: "ExportPayload", export: done(7) } }),
        ],
      ],
    },
  );
  const inputs = () => of("CreateExport").map(({ variables }) => variables.input);
  return { user: userEvent.setup(), inputs };
}

// The file comes by itself, which jsdom cannot do.
beforeEach(() => {
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

describe("the export dialog", () => {
  it("writes what belongs to the customers of the list, and hands out a receipt", async () => {
    const { user, inputs } = await open();
    expect(screen.getByRole("radio", { name: /^The current list/ })).toHaveAccessibleDescription(
      "12 customers",
    );
    await user.click(screen.getByRole("combobox", { name: "What to export" }));
    await user.click(screen.getByRole("option", { name: "Their orders" }));
    expect(screen.queryByRole("radio", { name: "Visible columns" })).toBeNull();
    expect(await screen.findByText("9 orders")).toBeInTheDocument();
    await user.click(screen.getByRole("radio", { name: "CSV" }));
    await user.click(screen.getByRole("button", { name: "Export" }));
    expect(inputs()).toMatchObject([
      { recordType: "ORDER", format: "CSV", search: "sao", filter: { countries: ["BR"] } },
    ]);
    const receipt = within(await screen.findByRole("status"));
    expect(receipt.getByText("7")).toBeInTheDocument();
    expect(
      await receipt.findByText(
        "Their orders · search “sao” · Status: Active, Lead · Owner: Rui Costa · Country: Brazil",
      ),
    ).toBeVisible();
    expect(receipt.getByText("ab12")).toBeInTheDocument();
  });

  it("takes some fields alone, in the order of the sheet, and needs one at least", async () => {
    const { user, inputs } = await open();
    await user.click(screen.getByRole("radio", { name: "Selected fields" }));
    await user.click(screen.getByRole("button", { name: "None" }));
    expect(screen.getByRole("button", { name: "Export" })).toBeDisabled();
    await user.click(screen.getByRole("checkbox", { name: "City" }));
    await user.click(screen.getByRole("checkbox", { name: "Legal name" }));
    await user.click(screen.getByRole("button", { name: "Export" }));
    expect(inputs()).toMatchObject([{ recordType: "CUSTOMER", columns: ["legalName", "city"] }]);
  });
});
