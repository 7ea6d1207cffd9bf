import { profile } from "../app/profile/messages.pt-PT.js";
import { activity } from "../features/activity/messages.pt-PT.js";
import { contacts } from "../features/contacts/messages.pt-PT.js";
import { deals } from "../features/deals/messages.pt-PT.js";
import { files } from "../features/files/messages.pt-PT.js";
import { orders } from "../features/orders/messages.pt-PT.js";
import { payments } from "../features/payments/messages.pt-PT.js";
import { projects } from "../features/projects/messages.pt-PT.js";
import { quotes } from "../features/quotes/messages.pt-PT.js";
import { time } from "../features/time/messages.pt-PT.js";
import { record } from "../records/messages.pt-PT.js";
import { documents } from "../ui/documents/messages.pt-PT.js";
import { profileArea as brazil } from "./profileArea.pt-BR.js";

/** The messages of the profile in Portugal. */
export const profileArea: typeof brazil = {
  ...brazil,
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
};
