import { keepTyping, takeTyped } from "./typeAhead.js";

const type = (...keys: string[]) =>
  keys.map((key) =>
    document.body.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
    ),
  );

test("keeps what is typed before the field appears", () => {
  const keys: string[] = [];
  const hear = (event: KeyboardEvent) => keys.push(event.key);
  document.addEventListener("keydown", hear);
  keepTyping();
  type("f", "x", "Backspace", "á", "Shift");
  expect(takeTyped()).toEqual({ text: "fá", entered: false });
  expect(keys).toEqual(["Shift"]);
  type("c");
  expect(takeTyped()).toEqual({ text: "", entered: false });
  expect(keys).toEqual(["Shift", "c"]);
  document.removeEventListener("keydown", hear);
});

test("keeps an Enter that ends what is typed, until another letter", () => {
  keepTyping();
  type("f", "Enter");
  expect(takeTyped()).toEqual({ text: "f", entered: true });
  keepTyping();
  type("f", "Enter", "g");
  expect(takeTyped()).toEqual({ text: "fg", entered: false });
});
