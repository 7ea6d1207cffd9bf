import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { i18n } from "../../../i18n/i18n.js";
import { refused } from "../../../test/answering.js";
import { renderWithApi } from "../../../test/renderWithApi.js";
import EraseDialog from "./EraseDialog.js";
import { privacy } from "./messages.en.js";

async function open() {
  const onClose = jest.fn();
  const api = await renderWithApi(<EraseDialog customerId="c1" onClose={onClose} />, {
    answers: [
      [
        "EraseDialog",
        () => ({
          customer: {
            __typename: "Customer",
            id: "c1",
            version: 4,
            legalName: "Ana Souza",
            files: { __typename: "FileConnection", totalCount: 2 },
          },
        }),
      ],
      [
        "EraseCustomerPersonalData",
        () => ({
          eraseCustomerPersonalData: {
            __typename: "EraseCustomerPersonalDataPayload",
            customer: { __typename: "Customer", id: "c1" },
          },
        }),
      ],
    ],
  });
  return { api, onClose, user: userEvent.setup() };
}

describe("erasing personal data", () => {
  beforeEach(() => i18n.load("en", { ...privacy }));

  it("lists what is erased and what is kept, and waits for the name", async () => {
    const { api, onClose, user } = await open();
    expect(screen.getByText(/All contacts and additional addresses/)).toBeInTheDocument();
    expect(screen.getByText(/Quotes, orders and invoices/)).toBeInTheDocument();
    const button = screen.getByRole("button", { name: "Erase" });
    expect(button).toBeDisabled();
    const name = await screen.findByRole("textbox", {
      name: "To confirm, type the name: Ana Souza",
    });
    await user.type(name, "Ana Sousa");
    expect(button).toBeDisabled();
    await user.clear(name);
    await user.type(name, "Ana Souza");
    await user.click(button);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(api.of("EraseCustomerPersonalData")[0]?.variables).toEqual({
      input: { id: "c1", version: 4, includeFiles: true },
    });
  });

  it("says that the customer could not be loaded, and erases nothing then", async () => {
    const refuse = () => {
      throw refused("Not now", { code: "UNAVAILABLE" });
    };
    await renderWithApi(<EraseDialog customerId="c1" onClose={jest.fn()} />, {
      answers: [["EraseDialog", refuse]],
    });
    expect(await screen.findByRole("alert")).toHaveTextContent("Not now");
    expect(screen.getByRole("button", { name: "Retry" })).toBeEnabled();
    expect(screen.getByRole("button", { name: "Erase" })).toBeDisabled();
  });

  it("keeps the files where that is chosen", async () => {
    const { api, onClose, user } = await open();
    await user.click(await screen.findByRole("checkbox", { name: "Delete its 2 files too" }));
    await user.type(screen.getByRole("textbox"), "Ana Souza");
    await user.click(screen.getByRole("button", { name: "Erase" }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(api.of("EraseCustomerPersonalData")[0]?.variables).toMatchObject({
      input: { includeFiles: false },
    });
  });
});
