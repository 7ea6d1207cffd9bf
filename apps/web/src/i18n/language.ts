/** The languages of the app, in the order in which the person menu shows them. */
export const languages = ["pt-BR", "pt-PT", "en"] as const;

/** A language of the app, as a BCP 47 tag. */
export type Language = (typeof languages)[number];

const storageKey = "clientela.language";

/** Narrows any tag (`pt`, `en-GB`) to the closest language of the app. */
export function closestLanguage(tag: string | null | undefined): Language | undefined {
  const lower = tag?.toLowerCase() ?? "";
  if (lower === "pt-pt") return "pt-PT";
  if (lower === "pt" || lower.startsWith("pt-")) return "pt-BR";
  if (lower === "en" || lower.startsWith("en-")) return "en";
  return undefined;
}

/** The language to start in: the chosen one, else the browser's first that fits, else pt-BR. */
export function preferredLanguage(): Language {
  const tags = [readStored(), ...navigator.languages, navigator.language];
  for (const tag of tags) {
    const language = closestLanguage(tag);
    if (language) return language;
  }
  return "pt-BR";
}

/** Remembers the choice on this device; a browser without storage forgets it. */
export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage is switched off: the language holds until the page is left.
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
