import type {
  DealStage,
  InvoiceKind,
  InvoiceState,
  OrderStatus,
  ProjectStatus,
  QuoteStatus,
} from "@clientela/shared/records/enums";

/** The tabs of the profile, as its URL names them. */
export type ProfileTabId = "overview" | "details" | "projects" | "documents" | "deals" | "files";

/** What the URL of a profile's projects can say. */
export interface ProjectsSearch {
  show?: "projects" | "tasks";
  /** A project's status. */
  status?: ProjectStatus;
  /** Which tasks: by when they are due, or done ones. */
  due?: "overdue" | "today" | "upcoming" | "open" | "done";
}

/** What the URL of a profile's documents can say. */
export interface DocumentsSearch {
  show?: "orders" | "sales" | "purchases" | "payments" | "creditNotes" | "promises" | "statement";
  /**
   * An order's status; `live` are all but cancelled ones, which is what the summary counts, and
   * `unfinished` those of them that are not finalised.
   */
  status?: OrderStatus | "live" | "unfinished";
  /** An invoice's state as people see it; `outstanding` are those that wait for money, late or not. */
  state?: InvoiceState | "outstanding";
  /** The order, invoice, payment, credit note or promise to look into. */
  order?: string;
  payment?: string;
  creditNote?: string;
  promiseToPay?: string;
  invoice?: string;
}

/** What the URL of a profile's deals and quotes can say. */
export interface DealsSearch {
  show?: "deals" | "quotes";
  /** A deal's stage; `open` are all but won and lost ones. */
  stage?: DealStage | "open";
  /** The deal to look into. */
  deal?: string;
  status?: QuoteStatus;
}

/** What the URL of a person's own work can say. */
export interface WorkSearch {
  /** Their tasks, or the tasks or invoices of the customers that they look after. */
  show?: "tasks" | "customersTasks" | "invoices" | "inbox";
  due?: "open" | "overdue" | "today" | "upcoming";
  state?: "overdue" | "outstanding" | "pending";
  /** Which notifications. */
  unread?: "yes";
}

/** The steps of an import that its URL can name. */
export type ImportStepId = "upload" | "match" | "review" | "run" | "result";

/** The sections of the settings next to the organisation's own, as their URLs name them. */
export type SettingsSection = "people" | "keys" | "webhooks" | "operations" | "account";

/** Every URL of the app. A link is made here and nowhere else. */
export const paths = {
  home: "/",
  /** The sign-in page; returns to the requested page. */
  signIn: (returnTo?: string) =>
    returnTo && returnTo !== "/" ? `/sign-in?to=${encodeURIComponent(returnTo)}` : "/sign-in",
  /** Makes the first admin; the token is in the link that the server printed. */
  welcome: "/welcome",
  /** Where a person chooses a password; the token is in the link that an admin handed on. */
  join: "/join",
  customers: "/customers",
  /** The list with the drawer for a new customer open over it. */
  newCustomer: "/customers?new=1",
  /** Pairs of customers that may be one. */
  duplicates: "/customers/duplicates",
  /** The trash: deleted records of every kind. */
  trash: "/customers/trash",
  customer: (id: string, tab: ProfileTabId = "overview") => `/customers/${id}/${tab}`,
  /** All data of a customer as the API gives it out, to be downloaded. */
  customerArchive: (id: string) => `/customers/${id}/export.zip`,
  /** A quote, order, invoice or credit note as the API draws it. */
  documentPdf: (id: string) => `/documents/${id}.pdf`,
  /** An invoice in its drawer, over the list that it stands in. */
  customerInvoice: (id: string, invoice: { id: string; kind: InvoiceKind }) =>
    paths.customerDocuments(id, {
      show: invoice.kind === "SALES" ? "sales" : "purchases",
      invoice: invoice.id,
    }),
  /** A customer's statement of account as a file. */
  statementFile: (
    id: string,
    ending: "pdf" | "xlsx",
    search: { from: string; to: string; kind?: InvoiceKind },
  ) => `/customers/${id}/statement.${ending}${query(search)}`,
  /** One of the lists on a tab of the profile. */
  customerList: (id: string, tab: ProfileTabId, show: string) =>
    `/customers/${id}/${tab}${query({ show })}`,
  /** Another filter of a list, on the tab that is open. */
  listFilter: (show: string | undefined, filter: object = {}) => ({
    search: query({ show, ...filter }),
  }),
  /** A record of the customer in its drawer, over the profile: `contract=<id>` for a `Contract`. */
  customerRecord: (id: string, type: string, recordId: string | null | undefined) =>
    `/customers/${id}/overview${recordId ? query({ [uncapitalized(type)]: recordId }) : ""}`,
  /** The profile's projects; `show` picks the part, the rest are the filters of its URL. */
  customerProjects: (id: string, search: ProjectsSearch = {}) =>
    `/customers/${id}/projects${query(search)}`,
  /** The profile's purchase orders, sales invoices or purchase invoices. */
  customerDocuments: (id: string, search: DocumentsSearch = {}) =>
    `/customers/${id}/documents${query(search)}`,
  /** The profile's deals, or its offers and quotes. */
  customerDeals: (id: string, search: DealsSearch = {}) => `/customers/${id}/deals${query(search)}`,
  /** What waits for the person. */
  work: (search: WorkSearch = {}) => `/work${query(search)}`,
  /** The search of records of all kinds. */
  search: (text = "") => `/search${query(text ? { q: text } : {})}`,
  /** What customers owe, and what is owed to them. */
  receivables: "/receivables",
  payables: "/payables",
  /** The deals, and the invoices, of all customers. */
  deals: "/deals",
  invoices: (search: { show?: "sales" | "purchases" } = {}) => `/invoices${query(search)}`,
  imports: "/imports",
  /** Past exports; their files are below `/exports`. */
  pastExports: "/past-exports",
  /** Takes a file for a new import. */
  newImport: "/imports/new",
  /** An import, at one of its steps; where it is now unless said. */
  import: (id: string, step?: ImportStepId) => `/imports/${id}${query(step ? { step } : {})}`,
  graphiql: "/graphiql",
  developers: "/developers",
  settings: (section?: SettingsSection) => (section ? `/settings/${section}` : "/settings"),
} as const;

/** The page to go to after sign-in: only a path of this app, so that no link can lead elsewhere. */
export function safeReturnPath(requested: string | null): string {
  if (!requested?.startsWith("/") || /^\/[/\\]/.test(requested)) return paths.home;
  return requested.startsWith("/sign-in") ? paths.home : requested;
}

const uncapitalized = (type: string) => `${type.charAt(0).toLowerCase()}${type.slice(1)}`;

function query(search: object): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(given).toString();
  return text ? `?${text}` : "";
}
