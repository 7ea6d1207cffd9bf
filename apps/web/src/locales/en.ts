import type { activity } from "./en/activity.js";
import type { bulkEdit } from "./en/bulkEdit.js";
import { contacts } from "./en/contacts.js";
import { customerList } from "./en/customerList.js";
import { customers } from "./en/customers.js";
import { deals } from "./en/deals.js";
import type { developers } from "./en/developers.js";
import { documents } from "./en/documents.js";
import type { duplicates } from "./en/duplicates.js";
import { entry } from "./en/entry.js";
import type { exportWords } from "./en/exports.js";
import { fields } from "./en/fields.js";
import type { files } from "./en/files.js";
import { grid } from "./en/grid.js";
import type { imports } from "./en/imports.js";
import { invoices } from "./en/invoices.js";
import type { issues } from "./en/issues.js";
import type { keySettings } from "./en/keySettings.js";
import type { merge } from "./en/merge.js";
import type { newCustomer } from "./en/newCustomer.js";
import type { orders } from "./en/orders.js";
import type { peopleSettings } from "./en/peopleSettings.js";
import type { privacy } from "./en/privacy.js";
import { profile } from "./en/profile.js";
import { projects } from "./en/projects.js";
import type { quotes } from "./en/quotes.js";
import type { settings } from "./en/settings.js";
import { shell } from "./en/shell.js";
import { tasks } from "./en/tasks.js";
import type { time } from "./en/time.js";
import type { trash } from "./en/trash.js";
import { ui } from "./en/ui.js";
import type { views } from "./en/views.js";
import type { webhooks } from "./en/webhooks.js";
import type { work } from "./en/work.js";

/** The English catalogue; its keys are the keys of all languages. */
export const en = {
  ...contacts,
  ...customerList,
  ...customers,
  ...deals,
  ...documents,
  ...entry,
  ...fields,
  ...grid,
  ...invoices,
  ...profile,
  ...projects,
  ...shell,
  ...tasks,
  ...ui,
} as const;

/** A key of the part of the catalogue that comes with the first page. */
export type CommonKey = keyof typeof en;

/** A key of the whole catalogue. */
export type MessageKey =
  | CommonKey
  | keyof typeof activity
  | keyof typeof bulkEdit
  | keyof typeof files
  | keyof typeof quotes
  | keyof typeof time
  | keyof typeof developers
  | keyof typeof keySettings
  | keyof typeof peopleSettings
  | keyof typeof settings
  | keyof typeof duplicates
  | keyof typeof exportWords
  | keyof typeof imports
  | keyof typeof issues
  | keyof typeof orders
  | keyof typeof merge
  | keyof typeof newCustomer
  | keyof typeof privacy
  | keyof typeof trash
  | keyof typeof views
  | keyof typeof webhooks
  | keyof typeof work;
