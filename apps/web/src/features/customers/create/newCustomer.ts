import { CUSTOMER_STATUSES } from "@clientela/shared/records/enums";
import { isCountry } from "@clientela/shared/values/countries";
import { z } from "zod";
import { dropDraft, keepDraft, readDraft } from "../../../ui/forms/drafts.js";

const draftName = "new customer";
const countryKey = "clientela.lastCountry";

/** What is typed into the form of a new customer. */
const newCustomer = z.object({
  legalName: z.string(),
  country: z.string().refine(isCountry),
  taxId: z.string(),
  secondTaxId: z.string().default(""),
  street: z.string(),
  number: z.string(),
  complement: z.string(),
  district: z.string(),
  city: z.string(),
  region: z.string(),
  postalCode: z.string(),
  tradeName: z.string(),
  email: z.string(),
  phone: z.string(),
  website: z.string(),
  status: z.enum(CUSTOMER_STATUSES),
  ownerId: z.string().nullable(),
  // With the name that the field shows.
  parent: z.object({ id: z.string(), name: z.string() }).nullable(),
  tags: z.array(z.string()),
  currency: z.string().nullable(),
  paymentTermDays: z.string(),
  creditLimit: z.string(),
  notes: z.string(),
});

/** What is typed into the form of a new customer. */
export type NewCustomer = z.output<typeof newCustomer>;

/** The fields below "More fields". */
export const furtherFields = [
  "tradeName",
  "secondTaxId",
  "email",
  "phone",
  "website",
  "status",
  "ownerId",
  "parent",
  "tags",
  "currency",
  "paymentTermDays",
  "creditLimit",
  "notes",
] as const satisfies readonly (keyof NewCustomer)[];

/** An empty form in a country. */
export function emptyCustomer(country: string): NewCustomer {
  return {
    legalName: "",
    country,
    taxId: "",
    secondTaxId: "",
    street: "",
    number: "",
    complement: "",
    district: "",
    city: "",
    region: "",
    postalCode: "",
    tradeName: "",
    email: "",
    phone: "",
    website: "",
    status: "ACTIVE",
    ownerId: null,
    parent: null,
    tags: [],
    currency: null,
    paymentTermDays: "",
    creditLimit: "",
    notes: "",
  };
}

/** The country that the last customer was added in, else Brazil. */
export function lastCountry(): string {
  const stored = read(countryKey) ?? "";
  return isCountry(stored) ? stored : "BR";
}

/** Remembers the country for the next customer. */
export function keepCountry(country: string): void {
  write(countryKey, country);
}

/** What was typed and not yet created, where there is any. */
export function draftedCustomer(): NewCustomer | null {
  const draft = newCustomer.safeParse(readDraft(draftName));
  return draft.success ? draft.data : null;
}

/** Keeps what is typed; an empty form keeps nothing. */
export function keepDraftedCustomer(values: NewCustomer): void {
  const empty = JSON.stringify(emptyCustomer(values.country));
  if (JSON.stringify(values) === empty) dropDraft(draftName);
  else keepDraft(draftName, values);
}

/** Forgets what was typed, once it was created or thrown away. */
export function dropDraftedCustomer(): void {
  dropDraft(draftName);
}

// A browser without storage forgets: the form still works.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is switched off.
  }
}
