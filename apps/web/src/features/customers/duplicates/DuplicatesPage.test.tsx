import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Answer } from "../../../test/answering.js";
import { renderWithApi } from "../../../test/renderWithApi.js";
import { Toasts } from "../../../ui/toasts/Toasts.js";
import { Component as DuplicatesPage } from "./DuplicatesPage.js";

const side = (id: string, legalName: string) => ({
  __typename: "Customer",
  id,
  number: `C-${id}`,
  legalName,
  taxId: null,
  address: { __typename: "MainAddress", city: "Recife" },
});

/** An API with one pair, which can be distinguished and proposed again. */
function withPair(): [name: string, answer: Answer][] {
  let apart = false;
  const judged = (name: string, now: boolean): [string, Answer] => [
    name,
    ({ ids }) => {
      apart = now;
      const customers = (ids as string[]).map((id) => ({ __typename: "Customer", id }));
      const field = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
      return { [field]: { __typename: "DuplicateDecisionPayload", customers } };
    },
  ];
  const node = {
    __typename: "DuplicateCandidate",
    reasons: ["SAME_DOMAIN", "SIMILAR_NAME"],
    score: 0.87,
    customers: [side("a", "Padaria Aurora Ltda"), side("b", "Padaria Aurora")],
  };
  return [
    [
      "DuplicatesPage",
      () => ({
        duplicateCandidates: {
          __typename: "DuplicateCandidateConnection",
          edges: apart ? [] : [{ __typename: "DuplicateCandidateEdge", node }],
          pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
          totalCount: apart ? 0 : 1,
        },
      }),
    ],
    ["ComparingCustomers", () => ({ duplicateScanRunning: false })],
    judged("DismissDuplicate", true),
    judged("ProposeDuplicate", false),
  ];
}

const open = (role: "sales" | "viewer" = "sales") =>
  renderWithApi(
    <>
      <DuplicatesPage />
      <Toasts />
    </>,
    { role, path: "/customers/duplicates", answers: withPair() },
  );

const pair = () => screen.findByRole("row", { name: /Padaria Aurora Ltda/ });

describe("likely duplicates", () => {
  it("links both customers, with the reasons and the likelihood", async () => {
    await open();
    const row = within(await pair());
    const links = row.getAllByRole("link").map((link) => link.getAttribute("href"));
    expect(links).toEqual(["/customers/a/overview", "/customers/b/overview"]);
    expect(row.getByText("Same domain, Similar name")).toBeInTheDocument();
    expect(row.getByText("87%")).toBeInTheDocument();
  });

  it("dismisses a pair, and undoes that", async () => {
    const user = userEvent.setup();
    const api = await open();
    await user.click(within(await pair()).getByRole("button", { name: /^More/ }));
    await user.click(await screen.findByRole("menuitem", { name: "Not a duplicate" }));
    expect(await screen.findByText("No duplicates found.")).toBeInTheDocument();
    expect(api.of("DismissDuplicate")[0]?.variables).toEqual({ ids: ["a", "b"] });
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(await pair()).toBeInTheDocument();
    expect(api.of("ProposeDuplicate")).toHaveLength(1);
  });

  it("offers no actions to people who may only read", async () => {
    await open("viewer");
    const row = within(await pair());
    await waitFor(() => expect(row.queryByRole("button")).not.toBeInTheDocument());
  });
});
