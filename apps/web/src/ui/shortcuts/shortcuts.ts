/** A registered shortcut, as the help dialog lists it. */
export interface Shortcut {
  /** `mod+k`, `shift+arrowdown`, `/`, or a sequence as `g c`. `mod` is ⌘ on Apple systems, else Ctrl. */
  keys: string;
  /** What it does, in the person's language. */
  label: string;
  /** The heading that it stands under in the help dialog. */
  group: string;
  /** Omitted for keys that a part of the page handles itself, which are only listed in the help. */
  run?: (event?: KeyboardEvent) => void;
  /** Runs while a dialog or drawer is open as well. */
  inDialogs?: boolean;
  /** The command palette offers it; its keys may be empty then. */
  action?: boolean;
}

const storageKey = "clientela.singleKeys";
const sequenceMs = 1000;

let registered: readonly Shortcut[] = [];
let singleKeys = readSingleKeys();
let started: { key: string; at: number } | undefined;
const listeners = new Set<() => void>();

function changed() {
  for (const listener of listeners) listener();
}

/** Registers a shortcut; the newest one wins where two have the same keys. Returns what removes it. */
export function registerShortcut(shortcut: Shortcut): () => void {
  if (registered.length === 0) document.addEventListener("keydown", hear);
  registered = [...registered, shortcut];
  changed();
  return () => {
    registered = registered.filter((one) => one !== shortcut);
    if (registered.length === 0) document.removeEventListener("keydown", hear);
    changed();
  };
}

/** Tells of each change to the list and to the switch. */
export function subscribeShortcuts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** All shortcuts that work now. */
export function listShortcuts(): readonly Shortcut[] {
  return registered;
}

/** Whether shortcuts of a single key work; people who dictate or tremble switch them off. */
export function singleKeysOn(): boolean {
  return singleKeys;
}

/** Switches shortcuts of a single key on or off, on this device. */
export function setSingleKeys(on: boolean): void {
  singleKeys = on;
  try {
    localStorage.setItem(storageKey, on ? "on" : "off");
  } catch {
    // Storage is switched off: the choice holds until the page is left.
  }
  changed();
}

function readSingleKeys(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true;
  }
}

function hear(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  const pressed = nameOf(event);
  const single = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (single && (!singleKeys || isTyping(event.target))) return;

  const sequence =
    started && event.timeStamp - started.at < sequenceMs ? `${started.key} ${pressed}` : undefined;
  const inDialog = document.querySelector("[aria-modal='true']") !== null;
  const usable = registered.filter((one) => one.run && (one.inDialogs || !inDialog));
  const found =
    usable.findLast(({ keys }) => keys === sequence) ??
    usable.findLast(({ keys }) => keys === pressed);
  started = undefined;
  if (found) {
    event.preventDefault();
    found.run?.(event);
  } else if (single && usable.some(({ keys }) => keys.startsWith(`${pressed} `))) {
    started = { key: pressed, at: event.timeStamp };
  }
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key === " " ? "space" : event.key.toLowerCase();
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push("mod");
  if (event.altKey) parts.push("alt");
  // A sign such as `?` already is what Shift made of the key.
  if (event.shiftKey && (key.length > 1 || /[a-z]/.test(key))) parts.push("shift");
  return [...parts, key].join("+");
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("[role='combobox'], [role='menu']")) return true;
  if (target instanceof HTMLInputElement) {
    return !["checkbox", "radio", "button", "submit", "reset", "range"].includes(target.type);
  }
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
