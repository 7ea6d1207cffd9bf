/**
 * The kinds of record that belong to a customer, and the customer: the register that a new kind enters, by the name of its
 * GraphQL type. `value` is its value in the API's `RecordType` enum, `noun` is what its permissions are called after
 * (`deals:read`), and `actions` is what can be done to one, in the past tense, as history, change feed and webhooks name it.
 */
export const CUSTOMER_RECORD_KINDS = {
  Customer: {
    value: "CUSTOMER",
    noun: "customers",
    actions: [
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
  },
  Address: {
    value: "ADDRESS",
    noun: "customers",
    actions: ["created", "updated", "deleted", "restored"],
  },
  Contact: {
    value: "CONTACT",
    noun: "contacts",
    actions: ["created", "updated", "deleted", "restored", "purged"],
  },
  Project: {
    value: "PROJECT",
    noun: "projects",
    actions: ["created", "updated", "deleted", "restored", "purged"],
  },
  TimeEntry: {
    value: "TIME_ENTRY",
    noun: "time",
    actions: ["created", "updated", "deleted", "restored"],
  },
  Task: { value: "TASK", noun: "tasks", actions: ["created", "updated", "deleted", "restored"] },
  Deal: { value: "DEAL", noun: "deals", actions: ["created", "updated", "deleted", "restored"] },
  Quote: {
    value: "QUOTE",
    noun: "quotes",
    actions: ["created", "updated", "accepted", "deleted", "restored"],
  },
  Order: {
    value: "ORDER",
    noun: "orders",
    actions: ["created", "updated", "finalized", "deleted", "restored", "purged"],
  },
  Invoice: {
    value: "INVOICE",
    noun: "invoices",
    actions: [
      "created",
      "updated",
      "partly_paid",
      "paid",
      "credited",
      "deleted",
      "restored",
      "purged",
    ],
  },
  Payment: {
    value: "PAYMENT",
    noun: "invoices",
    actions: ["created", "updated", "allocated", "reversed", "purged"],
  },
  CreditNote: {
    value: "CREDIT_NOTE",
    noun: "invoices",
    actions: ["created", "updated", "allocated", "cancelled"],
  },
  PromiseToPay: {
    value: "PROMISE_TO_PAY",
    noun: "invoices",
    actions: ["created", "updated", "deleted", "restored"],
  },
  File: {
    value: "FILE",
    noun: "files",
    actions: ["created", "updated", "deleted", "restored", "purged"],
  },
  Note: {
    value: "NOTE",
    noun: "activity",
    actions: ["created", "updated", "deleted", "restored"],
  },
  Conversation: {
    value: "CONVERSATION",
    noun: "activity",
    actions: ["created", "updated", "deleted", "restored"],
  },
} as const;

/** The kinds of record that belong to no customer; a saved view is its owner's, and needs no permission. */
export const OTHER_RECORD_KINDS = {
  SavedView: { value: "SAVED_VIEW", actions: ["created", "updated", "deleted"] },
  Import: { value: "IMPORT", noun: "imports", actions: ["created"] },
  Export: { value: "EXPORT", noun: "exports", actions: ["created"] },
  User: {
    value: "USER",
    noun: "users",
    actions: [
      "created",
      "updated",
      "password_link_created",
      "password_changed",
      "invitation_resent",
      "invitation_revoked",
      "invitation_accepted",
      "sessions_ended",
    ],
  },
  AccessRole: { value: "ACCESS_ROLE", noun: "users", actions: ["created", "updated", "deleted"] },
  Team: { value: "TEAM", noun: "users", actions: ["created", "updated", "deleted"] },
  ApiKey: { value: "API_KEY", noun: "keys", actions: ["created", "revoked"] },
  Webhook: {
    value: "WEBHOOK",
    noun: "webhooks",
    actions: ["created", "updated", "secret_renewed", "redelivered", "disabled", "deleted"],
  },
  OrganisationSettings: { value: "ORGANISATION_SETTINGS", noun: "settings", actions: ["updated"] },
} as const;

/** Every kind of record that has a history. */
export const RECORD_KINDS = { ...CUSTOMER_RECORD_KINDS, ...OTHER_RECORD_KINDS } as const;
