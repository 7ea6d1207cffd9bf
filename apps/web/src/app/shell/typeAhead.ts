let kept = "";

function keep(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Backspace") kept = kept.slice(0, -1);
  else if (event.key.length === 1) kept += event.key;
  else return;
  // A letter would be a shortcut of the page that is still in front.
  event.preventDefault();
  event.stopPropagation();
}

/** Keeps what is typed from now on for a field that will come: until `takeTyped`. */
export function keepTyping(): void {
  kept = "";
  window.addEventListener("keydown", keep, { capture: true });
}

/** What was typed since `keepTyping`; from now on keys go where the focus is. */
export function takeTyped(): string {
  window.removeEventListener("keydown", keep, { capture: true });
  const typed = kept;
  kept = "";
  return typed;
}
