import type { Language } from "../i18n/language.js";

type Words = Readonly<Record<string, string>>;

/**
 * The parts of the catalogue that come with the pages and dialogs that say them, by `withMessages`.
 * All other words come with the first page.
 */
export const areas = {
  activity: {
    en: async () => (await import("./en/activity.js")).activity,
    "pt-BR": async () => (await import("./pt-BR/activity.js")).activity,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/activity.js")).activity,
      ...(await import("./pt-PT/activity.js")).activity,
    }),
  },
  bulkEdit: {
    en: async () => (await import("./en/bulkEdit.js")).bulkEdit,
    "pt-BR": async () => (await import("./pt-BR/bulkEdit.js")).bulkEdit,
    "pt-PT": async () => (await import("./pt-BR/bulkEdit.js")).bulkEdit,
  },
  developers: {
    en: async () => (await import("./en/developers.js")).developers,
    "pt-BR": async () => (await import("./pt-BR/developers.js")).developers,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/developers.js")).developers,
      ...(await import("./pt-PT/developers.js")).developers,
    }),
  },
  duplicates: {
    en: async () => (await import("./en/duplicates.js")).duplicates,
    "pt-BR": async () => (await import("./pt-BR/duplicates.js")).duplicates,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/duplicates.js")).duplicates,
      ...(await import("./pt-PT/duplicates.js")).duplicates,
    }),
  },
  exports: {
    en: async () => (await import("./en/exports.js")).exportWords,
    "pt-BR": async () => (await import("./pt-BR/exports.js")).exportWords,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/exports.js")).exportWords,
      ...(await import("./pt-PT/exports.js")).exportWords,
    }),
  },
  files: {
    en: async () => (await import("./en/files.js")).files,
    "pt-BR": async () => (await import("./pt-BR/files.js")).files,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/files.js")).files,
      ...(await import("./pt-PT/files.js")).files,
    }),
  },
  imports: {
    en: async () => (await import("./en/imports.js")).imports,
    "pt-BR": async () => (await import("./pt-BR/imports.js")).imports,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/imports.js")).imports,
      ...(await import("./pt-PT/imports.js")).imports,
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
    en: async () => (await import("./en/keySettings.js")).keySettings,
    "pt-BR": async () => (await import("./pt-BR/keySettings.js")).keySettings,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/keySettings.js")).keySettings,
      ...(await import("./pt-PT/keySettings.js")).keySettings,
    }),
  },
  merge: {
    en: async () => (await import("./en/merge.js")).merge,
    "pt-BR": async () => (await import("./pt-BR/merge.js")).merge,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/merge.js")).merge,
      ...(await import("./pt-PT/merge.js")).merge,
    }),
  },
  newCustomer: {
    en: async () => (await import("./en/newCustomer.js")).newCustomer,
    "pt-BR": async () => (await import("./pt-BR/newCustomer.js")).newCustomer,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/newCustomer.js")).newCustomer,
      ...(await import("./pt-PT/newCustomer.js")).newCustomer,
    }),
  },
  orders: {
    en: async () => (await import("./en/orders.js")).orders,
    "pt-BR": async () => (await import("./pt-BR/orders.js")).orders,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/orders.js")).orders,
      ...(await import("./pt-PT/orders.js")).orders,
    }),
  },
  peopleSettings: {
    en: async () => (await import("./en/peopleSettings.js")).peopleSettings,
    "pt-BR": async () => (await import("./pt-BR/peopleSettings.js")).peopleSettings,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/peopleSettings.js")).peopleSettings,
      ...(await import("./pt-PT/peopleSettings.js")).peopleSettings,
    }),
  },
  privacy: {
    en: async () => (await import("./en/privacy.js")).privacy,
    "pt-BR": async () => (await import("./pt-BR/privacy.js")).privacy,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/privacy.js")).privacy,
      ...(await import("./pt-PT/privacy.js")).privacy,
    }),
  },
  quotes: {
    en: async () => (await import("./en/quotes.js")).quotes,
    "pt-BR": async () => (await import("./pt-BR/quotes.js")).quotes,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/quotes.js")).quotes,
      ...(await import("./pt-PT/quotes.js")).quotes,
    }),
  },
  settings: {
    en: async () => (await import("./en/settings.js")).settings,
    "pt-BR": async () => (await import("./pt-BR/settings.js")).settings,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/settings.js")).settings,
      ...(await import("./pt-PT/settings.js")).settings,
    }),
  },
  time: {
    en: async () => (await import("./en/time.js")).time,
    "pt-BR": async () => (await import("./pt-BR/time.js")).time,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/time.js")).time,
      ...(await import("./pt-PT/time.js")).time,
    }),
  },
  trash: {
    en: async () => (await import("./en/trash.js")).trash,
    "pt-BR": async () => (await import("./pt-BR/trash.js")).trash,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/trash.js")).trash,
      ...(await import("./pt-PT/trash.js")).trash,
    }),
  },
  views: {
    en: async () => (await import("./en/views.js")).views,
    "pt-BR": async () => (await import("./pt-BR/views.js")).views,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/views.js")).views,
      ...(await import("./pt-PT/views.js")).views,
    }),
  },
  webhooks: {
    en: async () => (await import("./en/webhooks.js")).webhooks,
    "pt-BR": async () => (await import("./pt-BR/webhooks.js")).webhooks,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/webhooks.js")).webhooks,
      ...(await import("./pt-PT/webhooks.js")).webhooks,
    }),
  },
  work: {
    en: async () => (await import("./en/work.js")).work,
    "pt-BR": async () => (await import("./pt-BR/work.js")).work,
    "pt-PT": async () => ({
      ...(await import("./pt-BR/work.js")).work,
      ...(await import("./pt-PT/work.js")).work,
    }),
  },
} as const satisfies Record<string, Record<Language, () => Promise<Words>>>;

/** A part of the app whose words come later. */
export type Area = keyof typeof areas;
