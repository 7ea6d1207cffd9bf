import { entry } from "../app/entry/messages.en.js";
import type { search } from "../app/search/messages.en.js";
import { shell } from "../app/shell/messages.en.js";
import type { work } from "../app/work/messages.en.js";
import type { newCustomer } from "../features/customers/create/messages.en.js";
import type { duplicates } from "../features/customers/duplicates/messages.en.js";
import type { privacy } from "../features/customers/erase/messages.en.js";
import type { exportWords } from "../features/customers/export/messages.en.js";
import type { bulkEdit } from "../features/customers/list/bulk/messages.en.js";
import { customerList } from "../features/customers/list/messages.en.js";
import type { merge } from "../features/customers/merge/messages.en.js";
import { customers } from "../features/customers/messages.en.js";
import type { trash } from "../features/customers/trash/messages.en.js";
import type { views } from "../features/customers/views/messages.en.js";
import type { developers } from "../features/developers/messages.en.js";
import type { imports } from "../features/imports/messages.en.js";
import type { inbox } from "../features/notifications/messages.en.js";
import type { receivables } from "../features/payments/receivables/messages.en.js";
import type { keySettings } from "../features/settings/keys/messages.en.js";
import type { settings } from "../features/settings/messages.en.js";
import type { operations } from "../features/settings/operations/messages.en.js";
import type { peopleSettings } from "../features/settings/people/messages.en.js";
import type { webhooks } from "../features/settings/webhooks/messages.en.js";
import { grid } from "../ui/grid/messages.en.js";
import { ui } from "../ui/messages.en.js";
import { fields } from "./en/fields.js";
import type { issues } from "./en/issues.js";
import type { profileArea } from "./profileArea.en.js";

/** The English catalogue; its keys are the keys of all languages. */
export const en = {
  ...customerList,
  ...customers,
  ...entry,
  ...fields,
  ...grid,
  ...shell,
  ...ui,
} as const;

/** A key of the part of the catalogue that comes with the first page. */
export type CommonKey = keyof typeof en;

type LaterMessages = typeof bulkEdit &
  typeof developers &
  typeof duplicates &
  typeof exportWords &
  typeof imports &
  typeof inbox &
  typeof issues &
  typeof keySettings &
  typeof merge &
  typeof newCustomer &
  typeof operations &
  typeof peopleSettings &
  typeof privacy &
  typeof profileArea &
  typeof receivables &
  typeof search &
  typeof settings &
  typeof trash &
  typeof views &
  typeof webhooks &
  typeof work;

// Each message by its key; `MessageKey` is made of it.
declare module "../i18n/messageKey.js" {
  interface MessageCatalogue extends Record<keyof LaterMessages | CommonKey, string> {}
}
