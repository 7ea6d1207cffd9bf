import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { columnToCheck } from "../import.factory.js";
import { ImportServer, renderImport } from "../importServer.factory.js";

const line = async (name: RegExp) => {
  const header = await screen.findByRole("rowheader", { name });
  const row = header.closest("tr");
  if (!row) throw new Error(`no line ${name}`);
  return within(row);
};

/** An import with one column that needs a decision. */
function asking(): ImportServer {
  const [name, , fax] = new ImportServer().current.columns;
  return new ImportServer({ columns: [name, columnToCheck(1, "Mail", "email"), fax] });
}

describe("the match step", () => {
  it("shows first what needs a decision, and how certain the rest is", async () => {
    await renderImport(asking(), "match");
    await screen.findByRole("rowheader", { name: /Fax/ });
    const headers = screen.getAllByRole("rowheader").map(({ textContent }) => textContent);
    expect(headers).toEqual(["BMail", "CFax", "ARazão social"]);
    expect((await line(/Razão social/)).getByText("Exact")).toBeInTheDocument();
    expect((await line(/Mail/)).getByText("Please check")).toBeInTheDocument();
    expect((await line(/Fax/)).getByText("Not imported")).toBeInTheDocument();
    expect((await line(/Mail/)).getByText("Mail 1 · Mail 2")).toBeInTheDocument();
  });

  it("saves a choice at once, and nothing that was only found", async () => {
    const user = userEvent.setup();
    const server = asking();
    await renderImport(server, "match");
    const fax = await line(/Fax/);
    await user.click(fax.getByRole("combobox", { name: "Field for “Fax”" }));
    await user.click(await screen.findByRole("option", { name: "Email" }));
    await waitFor(() => expect(server.inputsOf("UpdateImport")).toHaveLength(1));
    expect(server.inputsOf("UpdateImport")[0]?.columns).toEqual([
      { index: 2, field: "email", fallback: false },
    ]);
  });

  it("asks about a column that may belong to a field, and accepts yes or no", async () => {
    const user = userEvent.setup();
    const server = asking();
    await renderImport(server, "match");
    const mail = await line(/Mail/);
    expect(mail.getByText("This may be Email")).toBeInTheDocument();
    expect(screen.getByText(/1 needs checking/)).toBeInTheDocument();
    await user.click(mail.getByRole("button", { name: "Use as Email" }));
    await waitFor(() =>
      expect(server.inputsOf("UpdateImport")[0]?.columns).toEqual([
        { index: 1, field: "email", fallback: false },
      ]),
    );
    await user.click(mail.getByRole("button", { name: "Don’t import" }));
    await waitFor(() =>
      expect(server.inputsOf("UpdateImport")[1]?.columns).toEqual([{ index: 1, field: null }]),
    );
  });

  it("offers a column as a fallback for another that is blank", async () => {
    const user = userEvent.setup();
    const [name, mail, fax] = new ImportServer().current.columns;
    const server = new ImportServer({
      columns: [name, mail, fax],
    });
    await renderImport(server, "match");
    const line2 = await line(/Fax/);
    await user.click(line2.getByRole("combobox", { name: "Field for “Fax”" }));
    await user.click(
      await screen.findByRole("option", { name: "Other emails, or Email where “Mail” is blank" }),
    );
    await waitFor(() =>
      expect(server.inputsOf("UpdateImport")[0]?.columns).toEqual([
        { index: 2, field: "email", fallback: true },
      ]),
    );
  });

  it("asks for the meaning of values that a field does not recognise", async () => {
    const user = userEvent.setup();
    const [name, mail] = new ImportServer().current.columns;
    const values = [
      {
        __typename: "ImportColumnValue",
        value: "Active",
        rows: 7,
        mappedTo: "ACTIVE",
        isChosen: false,
      },
      {
        __typename: "ImportColumnValue",
        value: "Em estudo",
        rows: 2,
        mappedTo: null,
        isChosen: false,
      },
    ];
    const status = { ...mail, header: "Status", field: "status", values };
    const server = new ImportServer({ columns: [name, status] });
    await renderImport(server, "match");
    await user.click(await screen.findByRole("combobox", { name: "Meaning of “Em estudo”" }));
    expect(screen.queryByText("Active 7")).not.toBeInTheDocument();
    await user.click(await screen.findByRole("option", { name: "Lead" }));
    await waitFor(() =>
      expect(server.inputsOf("UpdateImport")[0]?.columns).toEqual([
        { index: 1, values: [{ value: "Em estudo", mappedTo: "LEAD" }] },
      ]),
    );
  });

  it("maps a column to the ids of a known system, or of one that is named", async () => {
    const user = userEvent.setup();
    const [name, , fax] = new ImportServer().current.columns;
    const billing = {
      ...name,
      index: 1,
      header: "External ID: billing",
      field: "externalIds.billing",
      confidence: "exact",
    };
    const server = new ImportServer({
      idSourceChoices: ["billing", "support"],
      columns: [name, billing, fax],
    });
    await renderImport(server, "match");
    const found = await line(/External ID: billing/);
    expect(found.getByRole("combobox", { name: /Field for/ })).toHaveValue("External ID: billing");
    const field = (await line(/Fax/)).getByRole("combobox", { name: "Field for “Fax”" });
    await user.click(field);
    expect(screen.queryByRole("option", { name: "External IDs" })).not.toBeInTheDocument();
    expect(
      screen.getByRole("option", {
        name: "External ID: billing (currently “External ID: billing”)",
      }),
    ).toBeInTheDocument();
    await user.click(screen.getByRole("option", { name: "External ID: support" }));
    await waitFor(() =>
      expect(server.inputsOf("UpdateImport")[0]?.columns).toEqual([
        { index: 2, field: "externalIds.support", fallback: false },
      ]),
    );
    await user.click(field);
    await user.click(screen.getByRole("option", { name: "External ID of another system…" }));
    const source = screen.getByRole("textbox", { name: "System that the IDs in “Fax” come from" });
    expect(screen.getByRole("button", { name: "Use" })).toBeDisabled();
    await user.type(source, " crm+{Enter}");
    await waitFor(() =>
      expect(server.inputsOf("UpdateImport")[1]?.columns).toEqual([
        { index: 2, field: "externalIds.crm+", fallback: false },
      ]),
    );
    expect(source).not.toBeInTheDocument();
  });

  it("asks which system ids come from, offers known ones, and continues once one is chosen", async () => {
    const user = userEvent.setup();
    const [name, ids] = new ImportServer().current.columns;
    const server = new ImportServer({
      status: "MATCHING",
      problem: "Say which system they come from.",
      problemCode: "idSourceRequired",
      idSourceChoices: ["hubspot", "sap"],
      columns: [name, { ...ids, header: "Record ID", field: "externalId" }],
    });
    server.does.UpdateImport = ({ idSource }) =>
      server.change({
        status: "READY",
        problem: null,
        problemCode: null,
        idSource,
        idSourceReason: "CHOSEN",
      });
    await renderImport(server, "match");
    expect(await screen.findByText("Say which system they come from.")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Continue" })).toBeDisabled();
    const field = screen.getByRole("combobox", { name: /These IDs come from/ });
    await user.type(field, "old erp{Enter}");
    await waitFor(() =>
      expect(server.inputsOf("UpdateImport")).toEqual([{ id: "i1", idSource: "old erp" }]),
    );
    await waitFor(() => expect(screen.getByRole("button", { name: "Continue" })).toBeEnabled());
    await user.clear(field);
    await user.click(await screen.findByRole("option", { name: "sap" }));
    await waitFor(() => expect(field).toHaveValue("sap"));
    expect(server.inputsOf("UpdateImport").at(-1)).toEqual({ id: "i1", idSource: "sap" });
  });

  it("does not go on without the column that every customer must have", async () => {
    const server = new ImportServer({ status: "MATCHING" });
    server.change({
      columns: server.current.columns.map((column) => ({ ...column, field: null })),
    });
    await renderImport(server, "match");
    expect(await screen.findByRole("alert")).toHaveTextContent(
      "Choose the column that contains: Legal name",
    );
    expect(screen.getByRole("button", { name: "Continue" })).toBeDisabled();
  });

  it("reads another sheet and another header line on request", async () => {
    const user = userEvent.setup();
    const server = new ImportServer({
      encoding: null,
      delimiter: null,
      sheet: "Clients",
      sheetChoices: [
        { __typename: "ImportSheet", name: "Clients", hidden: false },
        { __typename: "ImportSheet", name: "Old", hidden: true },
      ],
    });
    await renderImport(server, "match");
    await user.click(await screen.findByRole("combobox", { name: "Sheet" }));
    await user.click(await screen.findByRole("option", { name: "Old (hidden)" }));
    await waitFor(() =>
      expect(server.inputsOf("UpdateImport")).toEqual([{ id: "i1", sheet: "Old" }]),
    );
    await user.click(screen.getByRole("button", { name: "Header row Line 1" }));
    await user.click(await screen.findByRole("button", { name: /2 Padaria a@b.com/ }));
    await waitFor(() =>
      expect(server.inputsOf("UpdateImport")[1]).toEqual({ id: "i1", headerRow: 2 }),
    );
  });

  it("continues to the review by keyboard", async () => {
    const user = userEvent.setup();
    await renderImport(new ImportServer(), "match");
    await screen.findByRole("rowheader", { name: /Fax/ });
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByRole("heading", { name: "Review every row" })).toHaveFocus();
  });

  it("asks for the format of ambiguous dates, and shows the detected one", async () => {
    const user = userEvent.setup();
    const [, mail, fax] = new ImportServer().current.columns;
    const server = new ImportServer({
      recordType: "ORDER",
      status: "MATCHING",
      problem: "The dates of Order date can be read both ways.",
      problemCode: "chooseDateOrder",
      columns: [
        { ...mail, index: 0, header: "No", field: "number" },
        { ...mail, index: 1, header: "Date", field: "orderedOn" },
        { ...mail, index: 2, header: "Client", field: "customerName" },
        { ...fax, index: 3, header: "Sum", field: "total", decimalMark: "COMMA" },
      ],
    });
    await renderImport(server, "match");
    expect(await screen.findByRole("combobox", { name: "Numbers in “Sum”" })).toHaveValue(
      "Decimal comma: 1.234 is one thousand two hundred and thirty-four",
    );
    await user.click(screen.getByRole("combobox", { name: "Dates in “Date”" }));
    await user.click(screen.getByRole("option", { name: "Day first: 03/04 is 3 April" }));
    await waitFor(() =>
      expect(server.inputsOf("UpdateImport")).toEqual([
        { id: "i1", columns: [{ index: 1, dateOrder: "DMY" }] },
      ]),
    );
  });

  it("needs a column that names the customer where rows belong to one", async () => {
    const [name] = new ImportServer().current.columns;
    const server = new ImportServer({
      recordType: "CONTACT",
      status: "MATCHING",
      columns: [{ ...name, header: "Name", field: "name" }],
    });
    await renderImport(server, "match");
    expect(
      await screen.findByText(/^Choose a column that contains one of: Customer/),
    ).toBeVisible();
    expect(screen.getByRole("button", { name: "Continue" })).toBeDisabled();
  });

  it("takes the parts of a name for the whole", async () => {
    const [name, mail] = new ImportServer().current.columns;
    const server = new ImportServer({
      recordType: "CONTACT",
      columns: [
        { ...name, header: "Given", field: "firstName" },
        { ...mail, header: "Company", field: "customerName" },
      ],
    });
    await renderImport(server, "match");
    const given = await screen.findByRole("combobox", { name: "Field for “Given”" });
    expect(given).toHaveValue("First name (part of Contact name)");
    expect(screen.getByRole("button", { name: "Continue" })).toBeEnabled();
  });
});
