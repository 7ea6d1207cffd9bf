import type { Language } from "../i18n/language.js";

type Words = Readonly<Record<string, string>>;

/**
 * The parts of the catalogue that come with the pages and dialogs that say them, by `withMessages`.
 * All other words come with the first page.
 */
export const areas = {
  bulkEdit: {
    en: async () => (await import("../features/customers/list/bulk/messages.en.js")).bulkEdit,
    "pt-BR": async () =>
      (await import("../features/customers/list/bulk/messages.pt-BR.js")).bulkEdit,
    "pt-PT": async () => ({
      ...(await import("../features/customers/list/bulk/messages.pt-BR.js")).bulkEdit,
      ...(await import("../features/customers/list/bulk/messages.pt-PT.js")).bulkEdit,
    }),
  },
  developers: {
    en: async () => (await import("../features/developers/messages.en.js")).developers,
    "pt-BR": async () => (await import("../features/developers/messages.pt-BR.js")).developers,
    "pt-PT": async () => ({
      ...(await import("../features/developers/messages.pt-BR.js")).developers,
      ...(await import("../features/developers/messages.pt-PT.js")).developers,
    }),
  },
  duplicates: {
    en: async () => (await import("../features/customers/duplicates/messages.en.js")).duplicates,
    "pt-BR": async () =>
      (await import("../features/customers/duplicates/messages.pt-BR.js")).duplicates,
    "pt-PT": async () => ({
      ...(await import("../features/customers/duplicates/messages.pt-BR.js")).duplicates,
      ...(await import("../features/customers/duplicates/messages.pt-PT.js")).duplicates,
    }),
  },
  exports: {
    en: async () => (await import("../features/customers/export/messages.en.js")).exportWords,
    "pt-BR": async () =>
      (await import("../features/customers/export/messages.pt-BR.js")).exportWords,
    "pt-PT": async () => ({
      ...(await import("../features/customers/export/messages.pt-BR.js")).exportWords,
      ...(await import("../features/customers/export/messages.pt-PT.js")).exportWords,
    }),
  },
  imports: {
    en: async () => (await import("../features/imports/messages.en.js")).imports,
    "pt-BR": async () => (await import("../features/imports/messages.pt-BR.js")).imports,
    "pt-PT": async () => ({
      ...(await import("../features/imports/messages.pt-BR.js")).imports,
      ...(await import("../features/imports/messages.pt-PT.js")).imports,
    }),
  },
  issues: {
    en: async () => (await import("./en/issues.js")).issues,
    "pt-BR": async () => (await import("./pt-BR/issues.js")).issues,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/issues.js")).issues,
      ...(await import("./pt-PT/issues.js")).issues,
    }),
  },
  keySettings: {
    en: async () => (await import("../features/settings/keys/messages.en.js")).keySettings,
    "pt-BR": async () => (await import("../features/settings/keys/messages.pt-BR.js")).keySettings,
    "pt-PT": async () => ({
      ...(await import("../features/settings/keys/messages.pt-BR.js")).keySettings,
      ...(await import("../features/settings/keys/messages.pt-PT.js")).keySettings,
    }),
  },
  merge: {
    en: async () => (await import("../features/customers/merge/messages.en.js")).merge,
    "pt-BR": async () => (await import("../features/customers/merge/messages.pt-BR.js")).merge,
    "pt-PT": async () => ({
      ...(await import("../features/customers/merge/messages.pt-BR.js")).merge,
      ...(await import("../features/customers/merge/messages.pt-PT.js")).merge,
    }),
  },
  newCustomer: {
    en: async () => (await import("../features/customers/create/messages.en.js")).newCustomer,
    "pt-BR": async () =>
      (await import("../features/customers/create/messages.pt-BR.js")).newCustomer,
    "pt-PT": async () => ({
      ...(await import("../features/customers/create/messages.pt-BR.js")).newCustomer,
      ...(await import("../features/customers/create/messages.pt-PT.js")).newCustomer,
    }),
  },
  peopleSettings: {
    en: async () => (await import("../features/settings/people/messages.en.js")).peopleSettings,
    "pt-BR": async () =>
      (await import("../features/settings/people/messages.pt-BR.js")).peopleSettings,
    "pt-PT": async () => ({
      ...(await import("../features/settings/people/messages.pt-BR.js")).peopleSettings,
      ...(await import("../features/settings/people/messages.pt-PT.js")).peopleSettings,
    }),
  },
  privacy: {
    en: async () => (await import("../features/customers/erase/messages.en.js")).privacy,
    "pt-BR": async () => (await import("../features/customers/erase/messages.pt-BR.js")).privacy,
    "pt-PT": async () => ({
      ...(await import("../features/customers/erase/messages.pt-BR.js")).privacy,
      ...(await import("../features/customers/erase/messages.pt-PT.js")).privacy,
    }),
  },
  profile: {
    en: async () => (await import("./profileArea.en.js")).profileArea,
    "pt-BR": async () => (await import("./profileArea.pt-BR.js")).profileArea,
    "pt-PT": async () => (await import("./profileArea.pt-PT.js")).profileArea,
  },
  settings: {
    en: async () => (await import("../features/settings/messages.en.js")).settings,
    "pt-BR": async () => (await import("../features/settings/messages.pt-BR.js")).settings,
    "pt-PT": async () => ({
      ...(await import("../features/settings/messages.pt-BR.js")).settings,
      ...(await import("../features/settings/messages.pt-PT.js")).settings,
    }),
  },
  trash: {
    en: async () => (await import("../features/customers/trash/messages.en.js")).trash,
    "pt-BR": async () => (await import("../features/customers/trash/messages.pt-BR.js")).trash,
    "pt-PT": async () => ({
      ...(await import("../features/customers/trash/messages.pt-BR.js")).trash,
      ...(await import("../features/customers/trash/messages.pt-PT.js")).trash,
    }),
  },
  views: {
    en: async () => (await import("../features/customers/views/messages.en.js")).views,
    "pt-BR": async () => (await import("../features/customers/views/messages.pt-BR.js")).views,
    "pt-PT": async () => ({
      ...(await import("../features/customers/views/messages.pt-BR.js")).views,
      ...(await import("../features/customers/views/messages.pt-PT.js")).views,
    }),
  },
  webhooks: {
    en: async () => (await import("../features/settings/webhooks/messages.en.js")).webhooks,
    "pt-BR": async () => (await import("../features/settings/webhooks/messages.pt-BR.js")).webhooks,
    "pt-PT": async () => ({
      ...(await import("../features/settings/webhooks/messages.pt-BR.js")).webhooks,
      ...(await import("../features/settings/webhooks/messages.pt-PT.js")).webhooks,
    }),
  },
  work: {
    en: async () => (await import("../app/work/messages.en.js")).work,
    "pt-BR": async () => (await import("../app/work/messages.pt-BR.js")).work,
    "pt-PT": async () => ({
      ...(await import("../app/work/messages.pt-BR.js")).work,
      ...(await import("../app/work/messages.pt-PT.js")).work,
    }),
  },
} as const satisfies Record<string, Record<Language, () => Promise<Words>>>;

/** A part of the app whose words come later. */
export type Area = keyof typeof areas;
