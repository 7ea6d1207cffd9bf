import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderWithApi } from "../../test/renderWithApi.js";
import { Component as TrashPage } from "./TrashPage.js";

const customer = { __typename: "Customer", id: "c1", displayName: "Padaria Aurora" };
const records = [
  { id: "d1", recordType: "DEAL", name: "Reforma da loja", customer },
  { id: "c2", recordType: "CUSTOMER", name: "Mercado Azul", customer: null },
  { id: "f1", recordType: "FILE", name: "contrato.pdf", customer },
].map((record) => ({
  __typename: "DeletedRecord",
  deletedAt: "2026-11-24T12:00:00Z",
  ...record,
}));

const trashWithout = (restored: ReadonlySet<string>) => {
  const rows = records.filter(({ id }) => !restored.has(id));
  return {
    deletedRecords: {
      __typename: "DeletedRecordConnection",
      edges: rows.map((node) => ({ __typename: "DeletedRecordEdge", node })),
      pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
      totalCount: rows.length,
    },
  };
};

it("lists deleted records of every kind, and restores each by the mutation of its kind", async () => {
  const restored = new Set<string>();
  const restoring = (id: string, answer: object) => () => {
    restored.add(id);
    return answer;
  };
  const api = await renderWithApi(<TrashPage />, {
    answers: [
      ["TrashPage", () => trashWithout(restored)],
      [
        "RestoreDeal",
        restoring("d1", {
          restoreDeal: { __typename: "DealPayload", deal: { __typename: "Deal", id: "d1" } },
        }),
      ],
      [
        "RestoreFile",
        restoring("f1", {
          restoreFile: { __typename: "FilePayload", file: { __typename: "File", id: "f1" } },
        }),
      ],
      [
        "RestoreFromTrash",
        restoring("c2", {
          restoreCustomers: {
            __typename: "CustomersPayload",
            customers: [{ __typename: "Customer", id: "c2", version: 3, status: "ACTIVE" }],
          },
        }),
      ],
    ],
  });
  expect(await screen.findByRole("link", { name: "Mercado Azul" })).toBeInTheDocument();
  expect(screen.getByText("Reforma da loja")).toBeInTheDocument();
  const user = userEvent.setup();
  for (const name of ["Reforma da loja", "contrato.pdf", "Mercado Azul"]) {
    await user.click(screen.getByRole("button", { name: `Restore ${name}` }));
    await waitFor(() =>
      expect(screen.queryByRole("button", { name: `Restore ${name}` })).not.toBeInTheDocument(),
    );
  }
  expect(await screen.findByText("The trash is empty.")).toBeInTheDocument();
  expect(api.of("RestoreDeal")[0]?.variables).toEqual({ input: { id: "d1" } });
  expect(api.of("RestoreFile")[0]?.variables).toEqual({ input: { id: "f1" } });
  expect(api.of("RestoreFromTrash")[0]?.variables).toEqual({ ids: ["c2"] });
});

it("shows one type of record if the URL selects it", async () => {
  const api = await renderWithApi(<TrashPage />, {
    path: "/customers/trash?type=Deal",
    answers: [["TrashPage", () => trashWithout(new Set())]],
  });
  expect(api.of("TrashPage")[0]?.variables).toEqual({ filter: { recordType: ["DEAL"] } });
});
