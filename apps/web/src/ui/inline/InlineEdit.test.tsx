import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { renderApp } from "../../test/renderApp.js";
import { ConnectionFailed } from "../connection.js";
import { InlineEdit } from "./InlineEdit.js";

function Two({ save }: { save: (value: string) => Promise<unknown> }) {
  const [name, setName] = useState("Ana");
  return (
    <>
      <InlineEdit
        label="Name"
        value={name}
        check={(text) => (text ? undefined : "A name is needed.")}
        onSave={async (text) => {
          await save(text);
          setName(text);
        }}
      />
      <InlineEdit label="City" value="Recife" onSave={save} />
    </>
  );
}

const nameAtRest = () => screen.findByRole("button", { name: /^Name: / });

describe("InlineEdit", () => {
  it("opens on Enter, saves on Enter and gives the focus back", async () => {
    const user = userEvent.setup();
    const save = jest.fn(async () => {});
    await renderApp(<Two save={save} />);
    (await nameAtRest()).focus();
    await user.keyboard("{Enter}");
    await user.clear(screen.getByRole("textbox", { name: "Name" }));
    await user.keyboard("Beatriz{Enter}");
    expect(save).toHaveBeenCalledTimes(1);
    expect(save).toHaveBeenCalledWith("Beatriz");
    expect(await nameAtRest()).toHaveFocus();
    expect(await nameAtRest()).toHaveTextContent("Beatriz");
  });

  it("cancels on Escape, and saves nothing", async () => {
    const user = userEvent.setup();
    const save = jest.fn(async () => {});
    await renderApp(<Two save={save} />);
    await user.click(await nameAtRest());
    await user.keyboard("Beatriz{Escape}");
    expect(save).not.toHaveBeenCalled();
    expect(await nameAtRest()).toHaveTextContent("Ana");
  });

  it("forgets an error of the connection when the connection is back, and keeps the text", async () => {
    const user = userEvent.setup();
    const cause = new ConnectionFailed(undefined);
    const save = jest.fn(async () => {
      throw new Error(cause.message, { cause });
    });
    await renderApp(<Two save={save} />);
    await user.click(await nameAtRest());
    await user.keyboard("Beatriz{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent(cause.message);
    act(() => void window.dispatchEvent(new Event("online")));
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Beatriz");
  });

  it("saves on Tab and goes on to the next field", async () => {
    const user = userEvent.setup();
    const save = jest.fn(async () => {});
    await renderApp(<Two save={save} />);
    await user.click(await nameAtRest());
    await user.keyboard("Beatriz");
    await user.tab();
    expect(save).toHaveBeenCalledWith("Beatriz");
    expect(screen.getByRole("button", { name: /^City: / })).toHaveFocus();
  });

  it("stays open with the text when saving fails, and says why", async () => {
    const user = userEvent.setup();
    const save = jest.fn(async () => Promise.reject(new Error("The server is away.")));
    await renderApp(<Two save={save} />);
    await user.click(await nameAtRest());
    await user.keyboard("Beatriz{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("The server is away.");
    const input = screen.getByRole("textbox", { name: "Name" });
    expect(input).toHaveValue("Beatriz");
    expect(input).toHaveAccessibleDescription("The server is away.");
  });

  it("does not send a text that is wrong", async () => {
    const user = userEvent.setup();
    const save = jest.fn(async () => {});
    await renderApp(<Two save={save} />);
    await user.click(await nameAtRest());
    await user.clear(screen.getByRole("textbox", { name: "Name" }));
    await user.keyboard("{Enter}");
    expect(screen.getByRole("alert")).toHaveTextContent("A name is needed.");
    expect(save).not.toHaveBeenCalled();
  });
});
