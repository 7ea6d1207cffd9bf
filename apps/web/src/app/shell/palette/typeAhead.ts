interface Kept {
  text: string;
  /** Whether Enter ended it. */
  entered: boolean;
}

const nothing: Kept = { text: "", entered: false };
let kept = nothing;

function keep(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Enter") kept = { ...kept, entered: true };
  else if (event.key === "Backspace") kept = { text: kept.text.slice(0, -1), entered: false };
  else if (event.key.length === 1) kept = { text: kept.text + event.key, entered: false };
  else return;
  // A key would be a shortcut of the page that is still in front.
  event.preventDefault();
  event.stopPropagation();
}

/** Keeps what is typed from now on for a field that will come: until `takeTyped`. */
export function keepTyping(): void {
  kept = nothing;
  window.addEventListener("keydown", keep, { capture: true });
}

/** What was typed since `keepTyping`; from now on keys go where the focus is. */
export function takeTyped(): Kept {
  window.removeEventListener("keydown", keep, { capture: true });
  const typed = kept;
  kept = nothing;
  return typed;
}
