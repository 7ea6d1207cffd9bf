import { profile } from "../app/profile/messages.pt-PT.js";
import { activity } from "../features/activity/messages.pt-PT.js";
import { nounMessages } from "../gql/nounMessages.pt-PT.js";
import { record } from "../records/messages.pt-PT.js";
import { documents } from "../ui/documents/messages.pt-PT.js";
import { profileArea as brazil } from "./profileArea.pt-BR.js";

/** The messages of the profile in Portugal. */
export const profileArea: typeof brazil = {
  ...brazil,
  ...activity,
  ...documents,
  ...nounMessages,
  ...profile,
  ...record,
};
