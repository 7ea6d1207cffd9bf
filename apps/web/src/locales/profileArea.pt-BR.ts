import { profile } from "../app/profile/messages.pt-BR.js";
import { activity } from "../features/activity/messages.pt-BR.js";
import { contacts } from "../features/contacts/messages.pt-BR.js";
import { deals } from "../features/deals/messages.pt-BR.js";
import { files } from "../features/files/messages.pt-BR.js";
import { orders } from "../features/orders/messages.pt-BR.js";
import { payments } from "../features/payments/messages.pt-BR.js";
import { projects } from "../features/projects/messages.pt-BR.js";
import { quotes } from "../features/quotes/messages.pt-BR.js";
import { time } from "../features/time/messages.pt-BR.js";
import { record } from "../records/messages.pt-BR.js";
import { documents } from "../ui/documents/messages.pt-BR.js";
import type { profileArea as english } from "./profileArea.en.js";

/** The messages of the profile in Brazil. */
export const profileArea: Record<keyof typeof english, string> = {
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
