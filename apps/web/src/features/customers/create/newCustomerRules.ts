import {
  addressFields,
  customerFields,
  hasLocation,
} from "@clientela/shared/customers/customerFields";
import { taxIdFormOf, taxIdForms, typedTaxId } from "@clientela/shared/customers/taxIdForms";
import { type IssueCode, issuesOf } from "@clientela/shared/values/issues";
import type { z } from "zod";
import type { CreateCustomerInput } from "../../../gql/graphql.js";
import { readDecimal } from "../../../i18n/decimal.js";
import { currentLanguage } from "../../../i18n/i18n.js";
import type { NewCustomer } from "./newCustomer.js";

/** The fields of the form that a rule looks at. */
type Checked = Exclude<keyof NewCustomer, "status" | "ownerId" | "parent" | "currency">;

const rules: Record<
  Exclude<Checked, "taxId" | "secondTaxId" | "paymentTermDays" | "creditLimit">,
  z.ZodType
> = {
  legalName: customerFields.legalName,
  tradeName: customerFields.tradeName,
  email: customerFields.email,
  phone: customerFields.phone,
  website: customerFields.website,
  tags: customerFields.tags,
  notes: customerFields.notes,
  country: addressFields.country,
  street: addressFields.street,
  number: addressFields.number,
  complement: addressFields.complement,
  district: addressFields.district,
  city: addressFields.city,
  region: addressFields.region,
  postalCode: addressFields.postalCode,
};

function issueOf(rule: z.ZodType, value: unknown): IssueCode | null {
  const result = rule.safeParse(value);
  return result.success ? null : (issuesOf(result.error)[0]?.code ?? "invalid");
}

/** Whole days as they were typed; NaN for what is no number. */
function daysOf(text: string): number | null {
  return text.trim() === "" ? null : Number(text.trim().replace(",", "."));
}

/** An amount as it was typed; what is no number stays, so that the rule refuses it. */
const amountOf = (text: string): string | null =>
  text.trim() === "" ? null : (readDecimal(text, currentLanguage()) ?? text);

function taxIdIssue(home: string, text: string): IssueCode | null {
  if (text.trim() === "") return null;
  const line = issueOf(customerFields.taxId, text);
  if (line) return line;
  const { country, value } = typedTaxId(home, text);
  return taxIdForms(country).length > 0 && !taxIdFormOf(country, value) ? "invalid_tax_id" : null;
}

/** What is wrong with a form, by field, and with the address as a whole; the server checks the same rules and more. */
export function checkNewCustomer(
  values: NewCustomer,
): Partial<Record<Checked | "address", IssueCode>> {
  const days = daysOf(values.paymentTermDays);
  const found: [Checked | "address", IssueCode | null][] = [
    ...typedKeys(rules).map((field): [Checked, IssueCode | null] => [
      field,
      issueOf(rules[field], values[field]),
    ]),
    ["taxId", taxIdIssue(values.country, values.taxId)],
    ["secondTaxId", taxIdIssue(values.country, values.secondTaxId)],
    ["address", hasLocation(values) ? null : "address_incomplete"],
    [
      "paymentTermDays",
      Number.isNaN(days) ? "invalid_number" : issueOf(customerFields.paymentTermDays, days),
    ],
    ["creditLimit", issueOf(customerFields.creditLimit, amountOf(values.creditLimit))],
  ];
  return Object.fromEntries(found.filter(([, issue]) => issue !== null));
}

function typedKeys<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record).filter((key): key is Key => key in record);
}

/** The form as the API takes it; what is blank is left out. */
export function toCreateInput(values: NewCustomer): CreateCustomerInput {
  const { country, taxId, secondTaxId, tags, status, ownerId, currency, paymentTermDays } = values;
  const text = (field: string) => field.trim() || null;
  return {
    legalName: values.legalName.trim(),
    taxId: taxId.trim() ? typedTaxId(country, taxId) : null,
    secondTaxId: secondTaxId.trim() ? typedTaxId(country, secondTaxId) : null,
    address: {
      street: text(values.street),
      number: text(values.number),
      complement: text(values.complement),
      district: text(values.district),
      city: text(values.city),
      region: text(values.region),
      postalCode: text(values.postalCode),
      country,
    },
    tradeName: text(values.tradeName),
    email: text(values.email),
    phone: text(values.phone),
    website: text(values.website),
    status,
    ownerId,
    parentId: values.parent?.id ?? null,
    tags,
    currency,
    paymentTermDays: daysOf(paymentTermDays),
    creditLimit: amountOf(values.creditLimit),
    notes: text(values.notes),
  };
}

/** The field of the form that an issue of the API belongs to. */
export function fieldOfIssue(path: string): string {
  if (path === "taxId.country") return "country";
  if (path.startsWith("taxId")) return "taxId";
  if (path.startsWith("secondTaxId")) return "secondTaxId";
  if (path.startsWith("tags")) return "tags";
  if (path === "parentId") return "parent";
  return path.replace(/^address\./, "");
}
