import { readFileSync } from "node:fs";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { refused } from "../test/answering.js";
import { renderWithApi } from "../test/renderWithApi.js";
import { Toasts } from "../ui/toasts/Toasts.js";
import { ExternalIds } from "./ExternalIds.js";

const externalId = (source: string, value: string) => ({
  __typename: "ExternalId" as const,
  source,
  value,
});
const deal = (version: number, ...externalIds: object[]) => ({
  __typename: "Deal" as const,
  id: "d1",
  version,
  externalIds,
});
const billing = externalId("billing", "42");
const support = externalId("support", "S-7");

const typesWithIds = [
  ...readFileSync("../api/schema.graphql", "utf8").matchAll(
    /^type (\w+) implements [^{]*\{(.*?)^\}/gms,
  ),
].flatMap(([, type, fields]) => (type && fields?.includes("  externalIds(") ? [type] : []));

describe("the ids in other systems", () => {
  it("are read of every type that has some", () => {
    const source = readFileSync("src/records/ExternalIds.tsx", "utf8");
    expect(typesWithIds.length).toBeGreaterThan(9);
    expect(typesWithIds.filter((type) => !source.includes(`... on ${type} {`))).toEqual([]);
  });

  it("are read when they are opened, and added and removed with keys alone", async () => {
    const user = userEvent.setup();
    const sent: unknown[] = [];
    const { client } = await renderWithApi(<ExternalIds id="d1" />, {
      answers: [
        ["ExternalIds", () => ({ node: deal(1, billing) })],
        [
          "AddExternalIds",
          ({ input }) => {
            sent.push(input);
            return { addExternalIds: { record: deal(2, billing, support) } };
          },
        ],
        [
          "RemoveExternalIds",
          ({ input }) => {
            sent.push(input);
            return { removeExternalIds: { record: deal(3, support) } };
          },
        ],
      ],
    });
    expect(JSON.stringify(client.cache.extract())).not.toContain("billing");
    await user.tab();
    await user.keyboard("{Enter}");
    expect(await screen.findByText("42")).toBeDefined();
    await user.click(screen.getByLabelText("System"));
    await user.keyboard("support{Tab}S-7{Enter}");
    await waitFor(() => expect(screen.getAllByRole("listitem")).toHaveLength(2));
    expect(document.activeElement).toBe(screen.getByLabelText("System"));
    await user.click(screen.getByRole("button", { name: "Remove ID 42 in billing" }));
    await waitFor(() => expect(screen.getAllByRole("listitem")).toHaveLength(1));
    expect(within(screen.getByRole("listitem")).getByText("S-7")).toBeDefined();
    expect(sent).toEqual([
      { id: "d1", externalIds: [{ source: "support", value: "S-7" }] },
      { id: "d1", externalIds: [{ source: "billing", value: "42" }] },
    ]);
  });

  it("stay typed where another record has the id", async () => {
    const user = userEvent.setup();
    const answers = [
      ["ExternalIds", () => ({ node: deal(1, billing) })],
      [
        "AddExternalIds",
        () => {
          throw refused("wrong", {
            code: "VALIDATION_FAILED",
            issues: [{ path: "externalIds", code: "taken", message: "is in use" }],
          });
        },
      ],
    ] as const;
    await renderWithApi(
      <>
        <ExternalIds id="d1" />
        <Toasts />
      </>,
      { answers },
    );
    await user.click(screen.getByRole("button", { name: "IDs in other systems" }));
    await user.type(await screen.findByLabelText("System"), "erp");
    await user.type(screen.getByLabelText("ID there"), "1{Enter}");
    expect(await screen.findByText("Is in use.")).toBeDefined();
    expect(screen.getByLabelText("ID there")).toHaveProperty("value", "1");
    expect(screen.getAllByRole("listitem")).toHaveLength(1);
  });

  it("can be read without being changed", async () => {
    const user = userEvent.setup();
    await renderWithApi(<ExternalIds id="d1" readOnly />, {
      answers: [["ExternalIds", () => ({ node: deal(1, billing) })]],
    });
    await user.click(screen.getByRole("button", { name: "IDs in other systems" }));
    expect(await screen.findByText("42")).toBeDefined();
    expect(screen.getAllByRole("button")).toHaveLength(1);
    expect(screen.queryByLabelText("System")).toBeNull();
  });
});
