/** A message at the bottom left that goes by itself. */
export interface Toast {
  id: number;
  message: string;
  /** Takes the action back; Ctrl/⌘ Z runs the newest one's. */
  onUndo?: () => unknown;
  /** Says that something did not work; stays until it is closed. */
  failed?: boolean;
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a toast, the newest lowest; at most four stay on screen. */
export function showToast(toast: Omit<Toast, "id">): void {
  lastId += 1;
  change([...toasts, { ...toast, id: lastId }].slice(-4));
}

/** Takes a toast off the screen. */
export function closeToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

/** Tells of each change to the list. */
export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The toasts on screen, the oldest first. */
export function listToasts(): readonly Toast[] {
  return toasts;
}
