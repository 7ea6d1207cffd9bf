import { MockedProvider } from "@apollo/client/testing/react";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ViewerContext } from "../../session/viewer.js";
import { answering } from "../../test/answering.js";
import { renderApp } from "../../test/renderApp.js";
import { viewerAs } from "../../test/viewers.js";
import { Component as DevelopersPage } from "./DevelopersPage.js";

async function open(edges: readonly object[]) {
  const api = answering([
    "SampleCustomer",
    () => ({ customers: { __typename: "CustomerConnection", edges } }),
  ]);
  await renderApp(
    <MockedProvider link={api.link}>
      <ViewerContext value={viewerAs("admin")}>
        <DevelopersPage />
      </ViewerContext>
    </MockedProvider>,
  );
}

const sample = {
  __typename: "CustomerEdge",
  node: {
    __typename: "Customer",
    id: "c42",
    taxId: { __typename: "TaxId", country: "BR", value: "11222333000181" },
  },
};

describe("the page for developers", () => {
  it("shows calls with the ids of an existing customer", async () => {
    await open([sample]);
    await screen.findByText(/the IDs belong to one of your customers/);
    const profile = screen.getByRole("region", { name: "A complete profile" });
    expect(within(profile).getByText(/"variables":\{"id":"c42"\}/)).toBeInTheDocument();
    const byTaxId = screen.getByRole("region", { name: "Find by tax ID" });
    expect(
      within(byTaxId).getByText(/"taxId":\{"country":"BR","value":"11222333000181"\}/),
    ).toBeInTheDocument();
  });

  it("says that ids are made up if there is no customer", async () => {
    await open([]);
    expect(await screen.findByText(/The IDs are placeholders/)).toBeInTheDocument();
  });

  it("shows a call in another language, and leads to the playground with it", async () => {
    const user = userEvent.setup();
    await open([sample]);
    const create = await screen.findByRole("region", { name: "Add a customer" });
    await user.click(within(create).getByRole("radio", { name: "Python" }));
    expect(within(create).getByText(/import requests/)).toBeInTheDocument();
    expect(within(create).getByRole("link", { name: "Try in the playground" })).toHaveAttribute(
      "href",
      "/graphiql?example=create",
    );
  });
});
