import { fireEvent, screen } from "@testing-library/react";
import { renderApp } from "../../test/renderApp.js";
import { SideDrawer } from "./SideDrawer.js";

it("closes the drawer on top alone, also where the focus is outside", async () => {
  const below = jest.fn();
  const above = jest.fn();
  await renderApp(
    <>
      <button type="button">behind</button>
      <SideDrawer opened title="Invoice" onClose={below}>
        <p>an invoice</p>
      </SideDrawer>
      <SideDrawer opened title="Payment" onClose={above}>
        <input aria-label="Amount" />
      </SideDrawer>
    </>,
  );
  fireEvent.keyDown(screen.getByText("behind"), { key: "Escape" });
  expect([above.mock.calls.length, below.mock.calls.length]).toEqual([1, 0]);
  fireEvent.keyDown(screen.getByLabelText("Amount"), { key: "Escape" });
  expect([above.mock.calls.length, below.mock.calls.length]).toEqual([2, 0]);
});
