import { type Catalogue, catalogue } from "../i18n/catalogue.js";

/**
 * The parts of the catalogue that are loaded with the pages and dialogs that use them (`withMessages`). All other messages
 * are loaded with the first page.
 */
export const areas = {
  bulkEdit: catalogue({
    en: async () => (await import("../features/customers/list/bulk/messages.en.js")).bulkEdit,
    "pt-BR": async () =>
      (await import("../features/customers/list/bulk/messages.pt-BR.js")).bulkEdit,
    "pt-PT": async () =>
      (await import("../features/customers/list/bulk/messages.pt-PT.js")).bulkEdit,
  }),
  developers: catalogue({
    en: async () => (await import("../features/developers/messages.en.js")).developers,
    "pt-BR": async () => (await import("../features/developers/messages.pt-BR.js")).developers,
    "pt-PT": async () => (await import("../features/developers/messages.pt-PT.js")).developers,
  }),
  duplicates: catalogue({
    en: async () => (await import("../features/customers/duplicates/messages.en.js")).duplicates,
    "pt-BR": async () =>
      (await import("../features/customers/duplicates/messages.pt-BR.js")).duplicates,
    "pt-PT": async () =>
      (await import("../features/customers/duplicates/messages.pt-PT.js")).duplicates,
  }),
  exports: catalogue({
    en: async () => (await import("../features/customers/export/messages.en.js")).exportWords,
    "pt-BR": async () =>
      (await import("../features/customers/export/messages.pt-BR.js")).exportWords,
    "pt-PT": async () =>
      (await import("../features/customers/export/messages.pt-PT.js")).exportWords,
  }),
  inbox: catalogue({
    en: async () => (await import("../features/notifications/messages.en.js")).inbox,
    "pt-BR": async () => (await import("../features/notifications/messages.pt-BR.js")).inbox,
    "pt-PT": async () => (await import("../features/notifications/messages.pt-PT.js")).inbox,
  }),
  imports: catalogue({
    en: async () => (await import("../features/imports/messages.en.js")).imports,
    "pt-BR": async () => (await import("../features/imports/messages.pt-BR.js")).imports,
    "pt-PT": async () => (await import("../features/imports/messages.pt-PT.js")).imports,
  }),
  issues: catalogue({
    en: async () => (await import("./en/issues.js")).issues,
    "pt-BR": async () => (await import("./pt-BR/issues.js")).issues,
    "pt-PT": async () => (await import("./pt-PT/issues.js")).issues,
  }),
  keySettings: catalogue({
    en: async () => (await import("../features/settings/keys/messages.en.js")).keySettings,
    "pt-BR": async () => (await import("../features/settings/keys/messages.pt-BR.js")).keySettings,
    "pt-PT": async () => (await import("../features/settings/keys/messages.pt-PT.js")).keySettings,
  }),
  merge: catalogue({
    en: async () => (await import("../features/customers/merge/messages.en.js")).merge,
    "pt-BR": async () => (await import("../features/customers/merge/messages.pt-BR.js")).merge,
    "pt-PT": async () => (await import("../features/customers/merge/messages.pt-PT.js")).merge,
  }),
  newCustomer: catalogue({
    en: async () => (await import("../features/customers/create/messages.en.js")).newCustomer,
    "pt-BR": async () =>
      (await import("../features/customers/create/messages.pt-BR.js")).newCustomer,
    "pt-PT": async () =>
      (await import("../features/customers/create/messages.pt-PT.js")).newCustomer,
  }),
  peopleSettings: catalogue({
    en: async () => (await import("../features/settings/people/messages.en.js")).peopleSettings,
    "pt-BR": async () =>
      (await import("../features/settings/people/messages.pt-BR.js")).peopleSettings,
    "pt-PT": async () =>
      (await import("../features/settings/people/messages.pt-PT.js")).peopleSettings,
  }),
  privacy: catalogue({
    en: async () => (await import("../features/customers/erase/messages.en.js")).privacy,
    "pt-BR": async () => (await import("../features/customers/erase/messages.pt-BR.js")).privacy,
    "pt-PT": async () => (await import("../features/customers/erase/messages.pt-PT.js")).privacy,
  }),
  profile: catalogue({
    en: async () => (await import("./profileArea.en.js")).profileArea,
    "pt-BR": async () => (await import("./profileArea.pt-BR.js")).profileArea,
    "pt-PT": async () => (await import("./profileArea.pt-PT.js")).profileArea,
  }),
  receivables: catalogue({
    en: async () => (await import("../features/payments/receivables/messages.en.js")).receivables,
    "pt-BR": async () =>
      (await import("../features/payments/receivables/messages.pt-BR.js")).receivables,
    "pt-PT": async () =>
      (await import("../features/payments/receivables/messages.pt-PT.js")).receivables,
  }),
  search: catalogue({
    en: async () => (await import("../app/search/messages.en.js")).search,
    "pt-BR": async () => (await import("../app/search/messages.pt-BR.js")).search,
    "pt-PT": async () => (await import("../app/search/messages.pt-PT.js")).search,
  }),
  settings: catalogue({
    en: async () => (await import("../features/settings/messages.en.js")).settings,
    "pt-BR": async () => (await import("../features/settings/messages.pt-BR.js")).settings,
    "pt-PT": async () => (await import("../features/settings/messages.pt-PT.js")).settings,
  }),
  trash: catalogue({
    en: async () => (await import("../features/customers/trash/messages.en.js")).trash,
    "pt-BR": async () => (await import("../features/customers/trash/messages.pt-BR.js")).trash,
    "pt-PT": async () => (await import("../features/customers/trash/messages.pt-PT.js")).trash,
  }),
  views: catalogue({
    en: async () => (await import("../features/customers/views/messages.en.js")).views,
    "pt-BR": async () => (await import("../features/customers/views/messages.pt-BR.js")).views,
    "pt-PT": async () => (await import("../features/customers/views/messages.pt-PT.js")).views,
  }),
  operations: catalogue({
    en: async () => (await import("../features/settings/operations/messages.en.js")).operations,
    "pt-BR": async () =>
      (await import("../features/settings/operations/messages.pt-BR.js")).operations,
    "pt-PT": async () =>
      (await import("../features/settings/operations/messages.pt-PT.js")).operations,
  }),
  webhooks: catalogue({
    en: async () => (await import("../features/settings/webhooks/messages.en.js")).webhooks,
    "pt-BR": async () => (await import("../features/settings/webhooks/messages.pt-BR.js")).webhooks,
    "pt-PT": async () => (await import("../features/settings/webhooks/messages.pt-PT.js")).webhooks,
  }),
  work: catalogue({
    en: async () => (await import("../app/work/messages.en.js")).work,
    "pt-BR": async () => (await import("../app/work/messages.pt-BR.js")).work,
    "pt-PT": async () => (await import("../app/work/messages.pt-PT.js")).work,
  }),
} as const satisfies Record<string, Catalogue>;

/** A part of the app whose messages are loaded later. */
export type Area = keyof typeof areas;
