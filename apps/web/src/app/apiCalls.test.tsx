import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { Component as DuplicatesPage } from "../features/customers/duplicates/DuplicatesPage.js";
import { Component as ExportsPage } from "../features/customers/export/ExportsPage.js";
import { Component as ImportsPage } from "../features/imports/ImportsPage.js";
import { renderWithApi } from "../test/renderWithApi.js";

const none = {
  edges: [],
  pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
  totalCount: 0,
};

it.each<[name: string, page: ReactNode, field: string, type: string]>([
  ["DuplicatesPage", <DuplicatesPage key="p" />, "duplicateCandidates", "DuplicateCandidate"],
  ["ExportsPage", <ExportsPage key="p" />, "exports", "Export"],
  ["ImportsPage", <ImportsPage key="p" />, "imports", "Import"],
])("%s shows its list as a call of the API", async (name, page, field, type) => {
  await renderWithApi(page, {
    answers: [
      [name, () => ({ [field]: { __typename: `${type}Connection`, ...none } })],
      ["ComparingCustomers", () => ({ duplicateScanRunning: false })],
    ],
  });
  await userEvent.click(await screen.findByRole("button", { name: "Copy as API call" }));
  expect(await screen.findByRole("dialog", { name: "Copy as API call" })).toHaveTextContent(
    `query ${name}`,
  );
});
