/**
 * The messages of the app by their keys. `locales/en.ts` declares them, so that nothing here imports the catalogues,
 * which know every folder that has messages.
 */
export interface MessageCatalogue extends Readonly<Record<never, string>> {}

/** A key of the whole catalogue. */
export type MessageKey = keyof MessageCatalogue;
