import { screen } from "@testing-library/react";
import { renderWithApi } from "../../../../test/renderWithApi.js";
import PeekDrawer from "./PeekDrawer.js";

const customer = {
  __typename: "Customer",
  id: "c1",
  number: "C-000001",
  legalName: "Padaria Aurora",
  tradeName: null,
  status: "ACTIVE",
  email: null,
  phone: null,
  website: null,
  tags: [],
  notes: null,
  taxId: null,
  secondTaxId: null,
  address: null,
  owner: null,
  summary: { __typename: "CustomerSummary" },
};

const peek = (nextStep: object | null) =>
  renderWithApi(<PeekDrawer id="c1" onClose={() => undefined} onOpen={() => undefined} />, {
    answers: [["PeekDrawer", () => ({ customer: { ...customer, nextStep } })]],
  });

it("leads to what is next with the customer", async () => {
  await peek({ __typename: "Task", id: "t1", title: "Call Ana", dueOn: "2026-12-01" });
  const link = await screen.findByRole("link", { name: /^Call Ana · / });
  expect(link).toHaveAttribute("href", "/customers/c1/overview?task=t1");
});

it("says nothing of a next step where there is none", async () => {
  await peek(null);
  expect(await screen.findByText("C-000001")).toBeVisible();
  expect(screen.queryByText("Next step")).not.toBeInTheDocument();
});
