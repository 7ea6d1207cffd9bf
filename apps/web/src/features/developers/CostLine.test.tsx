import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { renderApp } from "../../test/renderApp.js";
import { CostLine } from "./CostLine.js";

const answers = jest.fn<Promise<Partial<Response>>, [path: string, init: RequestInit]>();

beforeEach(() => {
  answers.mockReset();
  Object.assign(globalThis, { fetch: answers });
});

function Editor() {
  const [query, setQuery] = useState("");
  return (
    <>
      <textarea aria-label="Query" onChange={(event) => setQuery(event.currentTarget.value)} />
      <CostLine query={query} variables={'{"first": 7}'} />
    </>
  );
}

const costing = (requested: number): Partial<Response> => ({
  ok: true,
  json: async () => ({ cost: { requested, limit: 25_000 } }),
});

describe("the cost of the operation at hand", () => {
  it("is shown when typing pauses, with the limit", async () => {
    const user = userEvent.setup();
    answers.mockResolvedValue(costing(1_276));
    await renderApp(<Editor />);
    await user.type(screen.getByLabelText("Query"), "query Some");
    expect(await screen.findByText("Cost: 1,276 of 25,000 records")).toBeInTheDocument();
    expect(answers.mock.calls.map(([path, { body }]) => [path, JSON.parse(String(body))])).toEqual([
      ["/graphql/cost", { query: "query Some", variables: { first: 7 } }],
    ]);
  });

  it("marks a cost above the limit, and shows none for an unfinished document", async () => {
    const user = userEvent.setup();
    answers.mockResolvedValueOnce(costing(60_000)).mockResolvedValue({ ok: false });
    await renderApp(<Editor />);
    await user.type(screen.getByLabelText("Query"), "a");
    expect(
      await screen.findByText(/^Cost: 60,000 records, above the limit of 25,000/),
    ).toBeVisible();
    await user.type(screen.getByLabelText("Query"), "b");
    expect(await screen.findByText(/^Cost: shown once/)).toBeInTheDocument();
  });
});
