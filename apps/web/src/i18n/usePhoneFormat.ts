import { useSyncExternalStore } from "react";

type PhoneFormat = (phone: string) => string;

const asStored: PhoneFormat = (phone) => phone;
let format = asStored;
let isRequested = false;
const waiting = new Set<() => void>();

async function load(): Promise<void> {
  try {
    format = (await import("./phoneText.js")).phoneText;
    for (const notify of waiting) notify();
  } catch {
    // Without a connection numbers stay as they are stored; the next one that is shown tries again.
    isRequested = false;
  }
}

function subscribe(notify: () => void): () => void {
  waiting.add(notify);
  if (!isRequested) {
    isRequested = true;
    void load();
  }
  return () => void waiting.delete(notify);
}

/**
 * Formats phone numbers by the rules of their countries. The rules come with the first number that is shown; until then
 * numbers are as they are stored (E.164).
 */
export function usePhoneFormat(): PhoneFormat {
  return useSyncExternalStore(subscribe, () => format);
}
