import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { renderWithApi } from "../../test/renderWithApi.js";
import { ContactPointList } from "./ContactPointList.js";
import type { Point } from "./points.js";

const initial: Point[] = [
  { value: "main@points.example", label: "work" },
  { value: "second@points.example", label: null },
  { value: "third@points.example", label: "Nota fiscal" },
];

// As a record does, so that what is saved is seen.
function Saved({ readOnly, refuse }: { readOnly?: boolean; refuse?: string }) {
  const [points, setPoints] = useState(initial);
  return (
    <>
      <ContactPointList
        kind="email"
        points={points}
        readOnly={readOnly ?? false}
        onSave={async (next) => {
          if (refuse) throw new Error(refuse);
          setPoints(next);
        }}
      />
      <output>{points.map(({ value, label }) => `${value} ${label ?? "-"}`).join("; ")}</output>
    </>
  );
}

const saved = () => screen.getByRole("status").textContent?.replaceAll("@points.example", "");

describe("a list of e-mail addresses", () => {
  it("is changed by keyboard: a value, a label in the reader's language, an added one", async () => {
    await renderWithApi(<Saved />);
    const user = userEvent.setup();
    screen.getByRole("button", { name: /^E-mail 2: second/ }).focus();
    await user.keyboard("{Enter}changed@points.example{Enter}");
    (await screen.findByRole("button", { name: /^Label of changed@points.example/ })).focus();
    await user.keyboard("{Enter}Home{Enter}");
    screen.getByRole("button", { name: "Add e-mail" }).focus();
    await user.keyboard("{Enter}fourth@points.example{Enter}");
    await screen.findByRole("button", { name: /^E-mail 4: fourth/ });
    expect(saved()).toBe("main work; changed home; third Nota fiscal; fourth -");
  });

  it("makes another the main one, moves one up and deletes one", async () => {
    await renderWithApi(<Saved />);
    const user = userEvent.setup();
    const choose = async (address: string, action: string) => {
      await user.click(
        screen.getByRole("button", { name: `More actions for ${address}@points.example` }),
      );
      await user.click(await screen.findByRole("menuitem", { name: action }));
    };
    await choose("third", "Make main");
    expect(saved()).toBe("third Nota fiscal; main work; second -");
    await choose("second", "Move up");
    expect(saved()).toBe("third Nota fiscal; second -; main work");
    await choose("third", "Delete");
    expect(saved()).toBe("second -; main work");
  });

  it("keeps what was typed and says why it was refused; Esc cancels", async () => {
    await renderWithApi(<Saved refuse="Appears more than once." />);
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "Add e-mail" }));
    await user.keyboard("main@points.example{Enter}");
    expect(await screen.findByText("Appears more than once.")).toBeVisible();
    expect(screen.getByRole("textbox", { name: "New e-mail" })).toHaveValue("main@points.example");
    await user.keyboard("{Escape}");
    expect(await screen.findByRole("button", { name: "Add e-mail" })).toBeVisible();
    expect(saved()).toBe("main work; second -; third Nota fiscal");
  });

  it("is only read by who may not write", async () => {
    await renderWithApi(<Saved readOnly />);
    expect(screen.getByText("second@points.example")).toBeVisible();
    expect(screen.queryByRole("button")).toBeNull();
  });
});
