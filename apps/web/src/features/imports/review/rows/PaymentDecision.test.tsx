import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { closeToast, listToasts } from "../../../../ui/toasts/toasts.js";
import { makeRow } from "../../import.factory.js";
import { ImportServer, renderImport } from "../../importServer.factory.js";

const matchOf = (invoice: string, score: number, reasons: string[]) => ({
  __typename: "ImportPaymentMatch",
  score,
  reasons,
  customer: { __typename: "Customer", id: "c1", number: "C-1", displayName: "Padaria Um" },
  allocations: [
    {
      __typename: "ImportPaymentAllocation",
      amount: { __typename: "Money", amount: "80.00", currency: "BRL" },
      invoice: { __typename: "Invoice", id: invoice, number: invoice },
    },
  ],
});

function serverOf(...rows: ReturnType<typeof makeRow>[]) {
  const server = new ImportServer({ recordType: "PAYMENT" });
  server.rows = () => rows;
  server.change({ counts: { ...server.current.counts, undecided: 1 } });
  return server;
}

afterEach(() => {
  for (const { id } of listToasts()) closeToast(id);
});

const proposal = (recordId: string) => ({
  __typename: "ImportCandidate",
  recordId,
  record: null,
  changes: [],
  payment: matchOf(recordId, 40, ["AMOUNT"]),
});

it("shows what a transaction pays, and why", async () => {
  const payment = matchOf("I-7", 90, ["REFERENCE", "AMOUNT"]);
  await renderImport(serverOf(makeRow(2, { class: "NEW", payment })), "review");
  expect(await screen.findByRole("link", { name: "I-7" })).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Padaria Um · C-1" })).toBeInTheDocument();
  expect(screen.getByText("90 of 100: invoice number, amount")).toBeInTheDocument();
});

it("lets somebody choose what an uncertain transaction pays, and never creates it without", async () => {
  const user = userEvent.setup();
  const candidates = [proposal("I-8"), proposal("I-9")];
  const server = serverOf(makeRow(2, { class: "UNDECIDED", candidates }));
  await renderImport(server, "review");
  const row = await screen.findByRole("row", { name: /Padaria 2/ });
  await user.click(within(row).getByText("Undecided"));
  const decision = within(await screen.findByRole("region", { name: "What does it pay?" }));
  expect(decision.queryByRole("button", { name: "Create a new one" })).not.toBeInTheDocument();
  const second = decision.getByRole("link", { name: "I-9" }).closest("li") as HTMLElement;
  await user.click(within(second).getByRole("button", { name: "Choose this" }));
  expect(server.inputsOf("DecideImportRows")).toEqual([
    { id: "i1", lines: [2], decision: "UPDATE", recordId: "I-9" },
  ]);
});
