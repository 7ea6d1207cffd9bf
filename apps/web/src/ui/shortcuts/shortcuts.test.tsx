import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderApp } from "../../test/renderApp.js";
import { ShortcutHelp } from "./ShortcutHelp.js";
import { setSingleKeys } from "./shortcuts.js";
import { useShortcut } from "./useShortcut.js";

function Page({ run }: { run: (name: string) => void }) {
  useShortcut("n", () => run("note"), { label: "Write a note", group: "Profile" });
  useShortcut("g c", () => run("customers"), { label: "Customers", group: "Anywhere" });
  useShortcut("mod+enter", () => run("save"), { label: "Save", group: "Profile" });
  return <input aria-label="Name" />;
}

afterEach(() => setSingleKeys(true));

describe("useShortcut", () => {
  it("handles keys, sequences and chords; while typing only chords", async () => {
    const user = userEvent.setup();
    const run = jest.fn();
    await renderApp(<Page run={run} />);
    await user.keyboard("ngc");
    expect(run.mock.calls).toEqual([["note"], ["customers"]]);
    run.mockClear();
    await user.click(screen.getByRole("textbox"));
    await user.keyboard("ngc{Control>}{Enter}{/Control}");
    expect(run.mock.calls).toEqual([["save"]]);
  });

  it("lists what works on ?, where single keys can be switched off", async () => {
    const user = userEvent.setup();
    const run = jest.fn();
    await renderApp(
      <>
        <Page run={run} />
        <ShortcutHelp />
      </>,
    );
    await user.keyboard("?");
    expect(await screen.findByText("Write a note")).toBeInTheDocument();
    await user.click(screen.getByRole("switch", { name: "Single-key shortcuts" }));
    await user.keyboard("{Escape}n");
    expect(run).not.toHaveBeenCalled();
  });
});
