import { keepTyping, takeTyped } from "./typeAhead.js";

const type = (...keys: string[]) =>
  keys.map((key) =>
    document.body.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
    ),
  );

test("keeps what is typed before its field is there, and from others", () => {
  const heard: string[] = [];
  const hear = (event: KeyboardEvent) => heard.push(event.key);
  document.addEventListener("keydown", hear);
  keepTyping();
  type("f", "x", "Backspace", "á", "Shift");
  expect(takeTyped()).toBe("fá");
  expect(heard).toEqual(["Shift"]);
  type("c");
  expect(takeTyped()).toBe("");
  expect(heard).toEqual(["Shift", "c"]);
  document.removeEventListener("keydown", hear);
});
