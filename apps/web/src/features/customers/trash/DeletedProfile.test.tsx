import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderWithApi } from "../../../test/renderWithApi.js";
import { DeletedProfile } from "./DeletedProfile.js";

const bakery = {
  __typename: "Customer",
  id: "c1",
  number: "C-000001",
  legalName: "Padaria Aurora",
  deletedAt: "2026-11-24T12:00:00Z",
  taxId: null,
  address: { __typename: "MainAddress", city: "Curitiba" },
};
const restored = () => ({
  restoreCustomers: {
    __typename: "CustomersPayload",
    customers: [{ __typename: "Customer", id: "c1", version: 3, status: "ACTIVE" }],
  },
});

it("offers to restore at the URL of a deleted customer", async () => {
  const onRestored = jest.fn();
  await renderWithApi(<DeletedProfile id="c1" list="/customers" onRestored={onRestored} />, {
    answers: [
      ["DeletedProfile", () => ({ deletedCustomer: bakery })],
      ["RestoreFromTrash", restored],
    ],
  });
  expect(await screen.findByText(/Padaria Aurora was deleted on/)).toBeInTheDocument();
  await userEvent.setup().click(screen.getByRole("button", { name: "Restore" }));
  await screen.findByRole("button", { name: "Restore" });
  expect(onRestored).toHaveBeenCalled();
});

it("says that there is no such customer to people who may not restore it", async () => {
  const api = await renderWithApi(
    <DeletedProfile id="c1" list="/customers" onRestored={jest.fn()} />,
    { role: "viewer", answers: [["DeletedProfile", () => ({ deletedCustomer: bakery })]] },
  );
  expect(screen.getByText("This customer does not exist or was deleted.")).toBeInTheDocument();
  expect(api.of("DeletedProfile")).toEqual([]);
});
