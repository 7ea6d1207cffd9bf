import { profile } from "../app/profile/messages.pt-BR.js";
import { activity } from "../features/activity/messages.pt-BR.js";
import { nounMessages } from "../gql/nounMessages.pt-BR.js";
import { record } from "../records/messages.pt-BR.js";
import { documents } from "../ui/documents/messages.pt-BR.js";
import type { profileArea as english } from "./profileArea.en.js";

/** The messages of the profile in Brazil. */
export const profileArea: Record<keyof typeof english, string> = {
  ...activity,
  ...documents,
  ...nounMessages,
  ...profile,
  ...record,
};
