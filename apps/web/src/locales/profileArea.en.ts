import { profile } from "../app/profile/messages.en.js";
import { activity } from "../features/activity/messages.en.js";
import { contacts } from "../features/contacts/messages.en.js";
import { deals } from "../features/deals/messages.en.js";
import { files } from "../features/files/messages.en.js";
import { orders } from "../features/orders/messages.en.js";
import { payments } from "../features/payments/messages.en.js";
import { projects } from "../features/projects/messages.en.js";
import { quotes } from "../features/quotes/messages.en.js";
import { time } from "../features/time/messages.en.js";
import { record } from "../records/messages.en.js";
import { documents } from "../ui/documents/messages.en.js";

/** The messages of the profile of a customer: one line for each kind of record and each of its parts. */
export const profileArea = {
  ...activity,
  ...contacts,
  ...deals,
  ...documents,
  ...files,
  ...orders,
  ...payments,
  ...profile,
  ...projects,
  ...quotes,
  ...record,
  ...time,
} as const;
