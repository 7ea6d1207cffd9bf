import { setupI18n } from "@lingui/core";
import { type Area, areas } from "../locales/areas.js";
import type { Language } from "./language.js";

/** A whole catalogue, or a part of one: message by key. */
export type Messages = Readonly<Record<string, string>>;

/**
 * The one instance of the message runtime; components use `useT` and not this. A production build
 * holds compiled messages (build/compiledMessages.ts); elsewhere Lingui compiles them itself.
 */
export const i18n = setupI18n();

// The messages of the entry pages only; the whole catalogue would delay the sign-in form.
const entryLoaders: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import("../app/entry/messages.en.js")).entry,
  "pt-BR": async () => (await import("../app/entry/messages.pt-BR.js")).entry,
  "pt-PT": async () => ({
    ...(await import("../app/entry/messages.pt-BR.js")).entry,
    ...(await import("../app/entry/messages.pt-PT.js")).entry,
  }),
};

const loaders: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import("../locales/en.js")).en,
  "pt-BR": async () => (await import("../locales/pt-BR.js")).ptBR,
  "pt-PT": async () => (await import("../locales/pt-PT.js")).ptPT,
};

// The areas in use; their messages are loaded in every language that is chosen later.
const opened = new Set<Area>();

/** The language on screen. */
export function currentLanguage(): Language {
  return i18n.locale === "en" || i18n.locale === "pt-PT" ? i18n.locale : "pt-BR";
}

/** Shows the entry pages (sign-in, welcome, errors) in a language, without loading the rest. */
export async function activateEntry(language: Language): Promise<void> {
  i18n.load(language, { ...(await entryLoaders[language]()) });
  activate(language);
}

/** Loads a language's whole catalogue and shows the app in it. */
export async function activateAll(language: Language): Promise<void> {
  const [whole, ...parts] = await Promise.all([
    loaders[language](),
    ...[...opened].map((area) => areas[area][language]()),
  ]);
  i18n.load(language, Object.assign({}, whole, ...parts));
  activate(language);
}

/** Loads the code of a page or dialog together with the messages of the areas that it uses. */
export function withMessages<T>(used: Area | readonly Area[], load: () => Promise<T>) {
  const all = typeof used === "string" ? [used] : used;
  return async (): Promise<T> => {
    for (const area of all) opened.add(area);
    const language = currentLanguage();
    const [code, ...messages] = await Promise.all([
      load(),
      ...all.map((area) => areas[area][language]()),
    ]);
    i18n.load(language, Object.assign({}, ...messages));
    return code;
  };
}

/** What the placeholders of a message may be filled with. */
export type MessageValues = Record<string, string | number>;

function activate(language: Language) {
  document.documentElement.lang = language;
  i18n.activate(language);
}
