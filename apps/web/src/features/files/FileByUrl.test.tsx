import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderWithApi } from "../../test/renderWithApi.js";
import { FileByUrl } from "./FileByUrl.js";

it("offers to restore a file at the URL of a deleted one", async () => {
  const api = await renderWithApi(<FileByUrl id="f1" onClose={jest.fn()} />, {
    answers: [
      ["FileByUrl", () => ({ node: null })],
      [
        "RestoreFile",
        () => ({
          restoreFile: { __typename: "FilePayload", file: { __typename: "File", id: "f1" } },
        }),
      ],
    ],
  });
  await userEvent.setup().click(await screen.findByRole("button", { name: "Restore" }));
  expect(api.of("RestoreFile")[0]?.variables).toEqual({ input: { id: "f1" } });
});
