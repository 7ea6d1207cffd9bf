import { demo } from "./demo/feature.js";
import { accounts } from "./features/accounts/feature.js";
import { activity } from "./features/activity/feature.js";
import { allocations } from "./features/allocations/feature.js";
import { contacts } from "./features/contacts/feature.js";
import { conversations } from "./features/conversations/feature.js";
import { credit } from "./features/credit/feature.js";
import { creditNotes } from "./features/creditNotes/feature.js";
import { customerDataExport } from "./features/customer-export/feature.js";
import { customers } from "./features/customers/feature.js";
import { dataDeletion } from "./features/data-deletion/feature.js";
import { deals } from "./features/deals/feature.js";
import { documentPdf } from "./features/document-pdf/feature.js";
import { duplicates } from "./features/duplicates/feature.js";
import { exports } from "./features/exports/feature.js";
import { files } from "./features/files/feature.js";
import { imports } from "./features/imports/feature.js";
import { invoices } from "./features/invoices/feature.js";
import { keys } from "./features/keys/feature.js";
import { merges } from "./features/merges/feature.js";
import { notes } from "./features/notes/feature.js";
import { notifications } from "./features/notifications/feature.js";
import { operations } from "./features/operations/feature.js";
import { orders } from "./features/orders/feature.js";
import { organisation } from "./features/organisation/feature.js";
import { payments } from "./features/payments/feature.js";
import { projects } from "./features/projects/feature.js";
import { promises } from "./features/promises/feature.js";
import { quotes } from "./features/quotes/feature.js";
import { receivables } from "./features/receivables/feature.js";
import { reconciliation } from "./features/reconciliation/feature.js";
import { search } from "./features/search/feature.js";
import { tasks } from "./features/tasks/feature.js";
import { time } from "./features/time/feature.js";
import { trash } from "./features/trash/feature.js";
import { upserts } from "./features/upserts/feature.js";
import { views } from "./features/views/feature.js";
import { webhooks } from "./features/webhooks/feature.js";
import type { Feature } from "./platform/feature.js";
import { composeRegistry } from "./registry.js";

/** The features of Clientela: a new kind of record is a new line here. */
const features: readonly Feature[] = [
  accounts,
  customers,
  upserts,
  contacts,
  projects,
  time,
  tasks,
  deals,
  quotes,
  orders,
  payments,
  invoices,
  allocations,
  creditNotes,
  promises,
  receivables,
  credit,
  documentPdf,
  files,
  activity,
  notes,
  conversations,
  merges,
  duplicates,
  dataDeletion,
  customerDataExport,
  keys,
  views,
  webhooks,
  organisation,
  imports,
  reconciliation,
  exports,
  trash,
  search,
  notifications,
  operations,
  demo,
];

/** What they add up to. */
export const registry = composeRegistry(features);
