import { fireEvent, screen } from "@testing-library/react";
import { renderApp } from "../test/renderApp.js";
import { Drawer480 } from "./Drawer480.js";

it("closes the drawer on top alone, also where nothing has the focus", async () => {
  const below = jest.fn();
  const above = jest.fn();
  await renderApp(
    <>
      <Drawer480 opened title="Invoice" onClose={below}>
        <p>an invoice</p>
      </Drawer480>
      <Drawer480 opened title="Payment" onClose={above}>
        <input aria-label="Amount" />
      </Drawer480>
    </>,
  );
  fireEvent.keyDown(document.body, { key: "Escape" });
  expect([above.mock.calls.length, below.mock.calls.length]).toEqual([1, 0]);
  fireEvent.keyDown(screen.getByLabelText("Amount"), { key: "Escape" });
  expect([above.mock.calls.length, below.mock.calls.length]).toEqual([2, 0]);
});
