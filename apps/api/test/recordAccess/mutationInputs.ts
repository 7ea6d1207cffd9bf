import type { Mutation } from "./callMutations.js";
import type { CustomerRecords } from "./hiddenRecords.js";
import type { RecordSamples } from "./sampleInput.js";

/** What a limited person has: records of their own, and what belongs to nobody's customer. */
export interface OwnRecords extends CustomerRecords {
  /** Another customer of theirs. */
  other: string;
  person: string;
  import: string;
  /** A file that waits to be imported. */
  sheet: string;
  view: string;
  key: string;
}

type Input = Record<string, unknown>;
type Inputs = (own: OwnRecords) => Input[];

const external = { source: "crm", value: "own" };
const taxId = { country: "BR", value: "52998224725" };
const secondTaxId = { country: "PT", value: "501964843" };
const version = 1;

const ofCustomer =
  (more: (own: OwnRecords) => Input = () => ({})): Inputs =>
  (own) => [{ customerId: own.customer, externalIds: [external], ...more(own) }];
// A customer is named by one key at a time.
const upsertOf =
  (more: (own: OwnRecords) => Input): Inputs =>
  (own) =>
    [{ customer: { id: own.customer }, ...more(own) }, { customer: { taxId } }].map((item) => ({
      source: "crm",
      items: [{ externalId: "own", ...item }],
    }));
const ofImport =
  (more: Input = {}): Inputs =>
  (own) => [{ id: own.import, ...more }];
const ofCustomers: Inputs = (own) => [{ ids: [own.customer] }, { ids: [own.customer, own.other] }];

/**
 * Inputs of mutations with records of a limited person wherever they take ids, where a sample of the schema would not do: for
 * what it says must fit together. Where fields exclude one another there are several.
 */
export const INPUTS: Readonly<Record<string, Inputs>> = {
  addExternalIds: (own) => [{ id: own.contact, externalIds: [external] }],
  addNote: ofCustomer((own) => ({ text: "A note", mentionIds: [own.person] })),
  archiveCustomers: ofCustomers,
  bulkUpdateCustomers: (own) => [
    { ids: [own.customer], set: { addTags: ["a"], ownerId: own.person } },
    { filter: { ids: [own.customer] }, expectedCount: 1, set: { addTags: ["a"] } },
    { filter: { ownerIds: [own.person] }, expectedCount: 2, set: { addTags: ["a"] } },
    { filter: { groupIds: [own.customer] }, expectedCount: 1, set: { addTags: ["a"] } },
    { filter: { parentIds: [own.customer] }, expectedCount: 1, set: { addTags: ["a"] } },
  ],
  cancelImport: ofImport(),
  createAddress: (own) => [{ customerId: own.customer, kind: "BILLING", country: "BR" }],
  createContact: ofCustomer(() => ({ name: "Ana" })),
  createConversation: ofCustomer((own) => ({ kind: "CALL", contactIds: [own.contact] })),
  createCustomer: (own) => [
    {
      legalName: "Nova",
      address: { country: "BR", city: "Natal" },
      ownerId: own.person,
      parentId: own.customer,
      taxId,
      secondTaxId,
      externalIds: [external],
    },
  ],
  createDeal: ofCustomer((own) => ({ title: "A deal", ownerId: own.person })),
  createImport: (own) => [{ fileId: own.sheet, recordType: "CUSTOMER" }],
  createInvoice: ofCustomer((own) => ({ orderId: own.order })),
  createInvoiceFromOrder: (own) => [{ orderId: own.order }],
  createOrder: ofCustomer((own) => ({ quoteId: own.quote })),
  createOrderFromQuote: (own) => [{ quoteId: own.quote }],
  createProject: ofCustomer(() => ({ name: "A project" })),
  createPromiseToPay: ofCustomer((own) => ({
    contactId: own.contact,
    invoiceIds: [own.invoice],
    madeOn: "2026-01-05",
    dueOn: "2026-01-20",
    amount: "10",
    currency: "BRL",
  })),
  createQuote: ofCustomer((own) => ({ dealId: own.deal })),
  createTask: ofCustomer((own) => ({
    title: "A task",
    projectId: own.project,
    assigneeId: own.person,
  })),
  createTimeEntry: (own) => [
    { projectId: own.project, userId: own.person, minutes: 30, externalIds: [external] },
  ],
  decideImportRows: (own) => [
    { id: own.import, lines: [2], decision: "UPDATE", recordId: own.customer },
  ],
  deleteCustomers: ofCustomers,
  deleteSavedView: (own) => [{ id: own.view }],
  dismissDuplicate: (own) => [{ ids: [own.customer, own.other] }],
  endSession: (own) => [{ id: own.key }],
  fixImportCells: ofImport({ line: 2, column: 0, value: "A name" }),
  includeImportRows: ofImport({ lines: [2] }),
  mergeCustomers: (own) => [
    {
      survivorId: own.customer,
      version,
      mergedIds: [own.other],
      fields: [{ field: "NOTES", from: own.other }],
    },
  ],
  pauseImport: ofImport(),
  payInvoice: (own) => [{ id: own.invoice, version }],
  proposeDuplicate: (own) => [{ ids: [own.customer, own.other] }],
  removeExternalIds: (own) => [{ id: own.contact, externalIds: [external] }],
  renameFile: (own) => [{ id: own.file, version, name: "renamed.txt" }],
  replaceInImport: ofImport({ find: "a", replace: "b" }),
  restoreCustomers: ofCustomers,
  resumeImport: ofImport(),
  revokeApiKey: (own) => [{ id: own.key }],
  runImport: ofImport({ skipUndecided: true }),
  skipImportRows: ofImport({ lines: [2] }),
  undoBulkUpdateCustomers: (own) => [{ editId: own.customer }],
  undoImport: ofImport(),
  undoMerge: (own) => [{ id: own.customer }],
  updateAddress: (own) => [{ id: own.address, version, city: "Natal" }],
  updateContact: (own) => [{ id: own.contact, version, name: "Bia" }],
  updateConversation: (own) => [
    { id: own.conversation, version, outcome: "Done", contactIds: [own.contact] },
  ],
  updateCustomer: (own) => [
    {
      id: own.customer,
      version,
      notes: "A note",
      ownerId: own.person,
      parentId: own.other,
      taxId,
      secondTaxId,
      externalIds: [external],
    },
  ],
  updateDeal: (own) => [{ id: own.deal, version, title: "Renamed", ownerId: own.person }],
  updateImport: ofImport({ matchKey: "NAME" }),
  updateInvoice: (own) => [{ id: own.invoice, version, notes: "A note", orderId: own.order }],
  updateNote: (own) => [{ id: own.note, version, text: "A note", mentionIds: [own.person] }],
  updateOrder: (own) => [{ id: own.order, version, notes: "A note", quoteId: own.quote }],
  updateProject: (own) => [{ id: own.project, version, name: "Renamed" }],
  updatePromiseToPay: (own) => [
    { id: own.promiseToPay, version, contactId: own.contact, invoiceIds: [own.invoice] },
  ],
  updateQuote: (own) => [{ id: own.quote, version, notes: "A note", dealId: own.deal }],
  updateSavedView: (own) => [{ id: own.view, version, name: "Renamed" }],
  updateTask: (own) => [
    {
      id: own.task,
      version,
      title: "Renamed",
      projectId: own.project,
      assigneeId: own.person,
    },
  ],
  updateTimeEntry: (own) => [
    { id: own.timeEntry, version, minutes: 45, projectId: own.project, userId: own.person },
  ],
  upsertContacts: upsertOf(() => ({ name: "Ana" })),
  upsertCustomers: (own) => [
    {
      items: [
        {
          externalId: external,
          legalName: "Nova",
          ownerId: own.person,
          parentId: own.other,
          taxId,
          secondTaxId,
        },
      ],
    },
  ],
  upsertDeals: upsertOf((own) => ({ title: "A deal", ownerId: own.person })),
  upsertInvoices: upsertOf((own) => ({ orderId: own.order })),
  upsertOrders: upsertOf((own) => ({ quoteId: own.quote })),
  upsertPayments: upsertOf((own) => ({
    paidOn: "2026-01-31",
    amount: "1.00",
    currency: "BRL",
    allocations: [{ invoiceId: own.invoice, amount: "1.00" }],
  })),
  upsertProjects: upsertOf(() => ({ name: "A project" })),
  upsertQuotes: upsertOf((own) => ({ dealId: own.deal })),
  upsertTasks: upsertOf((own) => ({
    title: "A task",
    projectId: own.project,
    assigneeId: own.person,
  })),
  upsertTimeEntries: (own) => [
    {
      source: "crm",
      items: [{ externalId: "own", projectId: own.project, userId: own.person, minutes: 30 }],
    },
  ],
};

/** Mutations that take neither ids nor keys of records, or only to filter what they read. */
export const WITHOUT_RECORDS: readonly string[] = [
  "changePassword",
  "confirmTwoFactor",
  "createApiKey",
  "createExport",
  "createSavedView",
  "deleteContactsByExternalIds",
  "deleteDealsByExternalIds",
  "deleteInvoicesByExternalIds",
  "deleteOrdersByExternalIds",
  "deleteProjectsByExternalIds",
  "deleteQuotesByExternalIds",
  "deleteTasksByExternalIds",
  "deleteTimeEntriesByExternalIds",
  "disableTwoFactor",
  "endOtherSessions",
  "renewBackupCodes",
  "startSyncRun",
  "startTwoFactor",
];

/** What stands for records in a sample of a mutation's input: by the names of its fields, and of the mutation for `id`. */
export function samplesOf({ name }: Mutation, own: OwnRecords): RecordSamples {
  const byNoun = new Map(Object.entries(own).map(([noun, id]) => [noun.toLowerCase(), id]));
  const noun = name.replace(/^[a-z]+/, "").toLowerCase();
  return {
    idFor: (field) =>
      byNoun.get(field === "id" ? noun : field.replace(/Ids?$/, "").toLowerCase()) ?? own.customer,
    ExternalIdInput: external,
    TaxIdInput: taxId,
  };
}
