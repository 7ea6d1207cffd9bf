import { profile } from "../app/profile/messages.en.js";
import { activity } from "../features/activity/messages.en.js";
import { nounMessages } from "../gql/nounMessages.en.js";
import { record } from "../records/messages.en.js";
import { documents } from "../ui/documents/messages.en.js";

/** The messages of the profile of a customer: of all kinds of record, and of its own parts. */
export const profileArea = {
  ...activity,
  ...documents,
  ...nounMessages,
  ...profile,
  ...record,
} as const;
