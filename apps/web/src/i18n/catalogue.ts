import type { Language } from "./language.js";

type Messages<Key extends string> = Readonly<Record<Key, string>>;

/** The messages of one part of the app, which are loaded by language. */
export type Catalogue<Key extends string = string> = Readonly<
  Record<Language, () => Promise<Messages<Key>>>
>;

/** Declares a catalogue. In Portugal a message that has no text of its own is the one of Brazil. */
export function catalogue<Key extends string>(load: {
  en: () => Promise<Messages<Key>>;
  "pt-BR": () => Promise<Messages<NoInfer<Key>>>;
  "pt-PT": () => Promise<Partial<Messages<NoInfer<Key>>>>;
}): Catalogue<Key> {
  return {
    ...load,
    "pt-PT": async () => {
      const [brazil, portugal] = await Promise.all([load["pt-BR"](), load["pt-PT"]()]);
      return { ...brazil, ...portugal };
    },
  };
}
