import { currentLanguage, i18n, type Messages } from "../i18n/i18n.js";
import type { Language } from "../i18n/language.js";
import { type Area, areas } from "./areas.js";

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
  en: async () => (await import("./en.js")).en,
  "pt-BR": async () => (await import("./pt-BR.js")).ptBR,
  "pt-PT": async () => (await import("./pt-PT.js")).ptPT,
};

// The areas in use; their messages are loaded in every language that is chosen later.
const opened = new Set<Area>();

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

function activate(language: Language) {
  document.documentElement.lang = language;
  i18n.activate(language);
}
