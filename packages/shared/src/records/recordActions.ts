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
  SavedView: ["created", "updated", "deleted"],
  Import: ["created"],
  Export: ["created"],
  User: ["created", "updated", "password_link_created", "password_changed"],
  ApiKey: ["created", "revoked"],
  Webhook: ["created", "updated", "secret_renewed", "redelivered", "disabled", "deleted"],
  OrganisationSettings: ["updated"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A kind of record that the history tells of. */
export type RecordType = keyof typeof RECORD_ACTIONS;

const isRecordType = (type: string): type is RecordType => Object.hasOwn(RECORD_ACTIONS, type);

/** The kinds of record that the history tells of. */
export const RECORD_TYPES: readonly RecordType[] = Object.keys(RECORD_ACTIONS).filter(isRecordType);

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
