import { createSpotlight } from "@mantine/spotlight";

const [store, handlers] = createSpotlight();

/** The palette's own open and closed state. */
export const paletteStore = { store, open: handlers.open, close: handlers.close };

/** Selects the first result as the library does after a key; it offers no way to ask for that. */
export function selectFirst(): void {
  const { listId } = store.getState();
  const list = listId ? document.getElementById(listId) : null;
  list?.querySelector("[data-selected]")?.removeAttribute("data-selected");
  list?.querySelector("[data-action]")?.setAttribute("data-selected", "true");
  store.updateState((state) => ({ ...state, selected: 0 }));
}

/** Runs the first result, if there is one. */
export function runFirst(): void {
  const { listId } = store.getState();
  const list = listId ? document.getElementById(listId) : null;
  list?.querySelector<HTMLElement>("[data-action]")?.click();
}
