import { setupI18n } from "@lingui/core";
import type { Language } from "./language.js";

/** A whole catalogue, or a part of one: message by key. */
export type Messages = Readonly<Record<string, string>>;

/** What the placeholders of a message may be filled with. */
export type MessageValues = Record<string, string | number>;

/**
 * The one instance of the message runtime; components use `useT` and not this. A production build
 * holds compiled messages (build/compiledMessages.ts); elsewhere Lingui compiles them itself.
 */
export const i18n = setupI18n();

/** The language on screen. */
export function currentLanguage(): Language {
  return i18n.locale === "en" || i18n.locale === "pt-PT" ? i18n.locale : "pt-BR";
}
