/** What can be done to each kind of record, in the past tense, as history, change feed and webhooks name it. */
export const RECORD_ACTIONS = {
  Customer: [
    "created",
    "updated",
    "archived",
    "deleted",
    "restored",
    "merged",
    "merged_into",
    "unmerged",
    "duplicate_dismissed",
    "duplicate_proposed",
    "note_added",
    "exported",
    "erased",
    "purged",
  ],
  Address: ["created", "updated", "deleted", "restored"],
  Contact: ["created", "updated", "deleted", "restored", "purged"],
  File: ["created", "updated", "deleted", "restored", "purged"],
  Project: ["created", "updated", "deleted", "restored", "purged"],
  Task: ["created", "updated", "deleted", "restored"],
  TimeEntry: ["created", "updated", "deleted", "restored"],
  Deal: ["created", "updated", "deleted", "restored"],
  Quote: ["created", "updated", "accepted", "deleted", "restored"],
  Order: ["created", "updated", "finalized", "deleted", "restored", "purged"],
  Invoice: ["created", "updated", "partly_paid", "paid", "deleted", "restored", "purged"],
  Payment: ["created", "updated", "allocated", "reversed", "purged"],
  SavedView: ["created", "updated", "deleted"],
  Import: ["created"],
  Export: ["created"],
  User: [
    "created",
    "updated",
    "password_link_created",
    "password_changed",
    "invitation_resent",
    "invitation_revoked",
    "invitation_accepted",
    "sessions_ended",
  ],
  AccessRole: ["created", "updated", "deleted"],
  Team: ["created", "updated", "deleted"],
  ApiKey: ["created", "revoked"],
  Webhook: ["created", "updated", "secret_renewed", "redelivered", "disabled", "deleted"],
  OrganisationSettings: ["updated"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A kind of record that the history records. */
export type RecordType = keyof typeof RECORD_ACTIONS;

/** Whether a name is that of a type of record that has a history. */
export const isRecordType = (type: string): type is RecordType =>
  Object.hasOwn(RECORD_ACTIONS, type);

/** The value that the API's `RecordType` enum, change feed and webhooks have for each type of record. */
export const RECORD_TYPE_VALUES = {
  Customer: "CUSTOMER",
  Address: "ADDRESS",
  Contact: "CONTACT",
  File: "FILE",
  Project: "PROJECT",
  Task: "TASK",
  TimeEntry: "TIME_ENTRY",
  Deal: "DEAL",
  Quote: "QUOTE",
  Order: "ORDER",
  Invoice: "INVOICE",
  Payment: "PAYMENT",
  SavedView: "SAVED_VIEW",
  Import: "IMPORT",
  Export: "EXPORT",
  User: "USER",
  AccessRole: "ACCESS_ROLE",
  Team: "TEAM",
  ApiKey: "API_KEY",
  Webhook: "WEBHOOK",
  OrganisationSettings: "ORGANISATION_SETTINGS",
} as const satisfies Readonly<Record<RecordType, string>>;

/** A value of the API's `RecordType` enum. */
export type RecordTypeValue = (typeof RECORD_TYPE_VALUES)[RecordType];

/** The kinds of record that the history records. */
export const RECORD_TYPES: readonly RecordType[] = Object.keys(RECORD_ACTIONS).filter(isRecordType);

/** The type of record that a value of the API's `RecordType` enum stands for. */
export function recordTypeOf(value: RecordTypeValue): RecordType {
  const type = RECORD_TYPES.find((one) => RECORD_TYPE_VALUES[one] === value);
  if (!type) throw new Error(`${value} is no type of record`);
  return type;
}

/** What can be done to a kind of record. */
export type ActionOf<Type extends RecordType> = (typeof RECORD_ACTIONS)[Type][number];

/** Anything that can be done to some kind of record. */
export type Action = ActionOf<RecordType>;

/** The kinds of record to which all of these can be done. */
export type RecordTypeWith<Done extends Action> = {
  [Type in RecordType]: [Done] extends [ActionOf<Type>] ? Type : never;
}[RecordType];

/** How the events of a kind of record begin: `customer` of `customer.updated`. */
export const eventPrefix = (type: string): string =>
  `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
