import { MAX_TAGS, uniqueTags } from "@clientela/shared/values/tags";
import { Invalid } from "../../platform/errors.js";
import type { Values } from "../../platform/records/write.js";
import { changesOf } from "../../platform/records/writeMany.js";
import { registerEnum } from "../../platform/types/enums.js";
import { ADDRESS_PARTS } from "../customers/addresses/address.type.js";
import {
  assertNotTooMany,
  type Channel,
  columnsOfPoints,
  EMAILS,
  PHONES,
  pointsOf,
  type Reachable,
  unitedPoints,
} from "../customers/contact-points/contactPoints.js";
import type { Customer } from "../customers/customer.entity.js";

/** A field that is chosen as a whole, and the properties that it consists of. */
const PROPERTIES = {
  LEGAL_NAME: ["legalName"],
  TRADE_NAME: ["tradeName"],
  TAX_ID: [
    "taxIdValue",
    "taxIdCountry",
    "taxIdKind",
    "secondTaxIdValue",
    "secondTaxIdCountry",
    "secondTaxIdKind",
  ],
  STATUS: ["status", "statusBeforeArchive"],
  EMAIL: ["email", "emailLabel", "furtherEmails"],
  PHONE: ["phone", "phoneLabel", "furtherPhones"],
  WEBSITE: ["website"],
  ADDRESS: ADDRESS_PARTS,
  OWNER: ["ownerId"],
  NOTES: ["notes"],
  CURRENCY: ["currency"],
  PAYMENT_TERM_DAYS: ["paymentTermDays"],
  CREDIT_LIMIT: ["creditLimit"],
  PARENT: ["parentId"],
} as const satisfies Record<string, readonly (keyof Customer)[]>;

// What one customer has besides the main value goes along with it: only the main one is a choice.
const CHOSEN_BY: Partial<Record<keyof typeof PROPERTIES, readonly (keyof Customer)[]>> = {
  TAX_ID: ["taxIdValue", "taxIdCountry", "taxIdKind"],
  EMAIL: ["email"],
  PHONE: ["phone"],
};

/** A field that customers can differ in. */
export type MergeField = keyof typeof PROPERTIES;

/** All fields. */
export const MERGE_FIELDS = Object.keys(PROPERTIES) as MergeField[];

/** The same as a GraphQL enum. */
export const MergeFieldEnum = registerEnum(
  "CustomerMergeField",
  MERGE_FIELDS,
  "What can be chosen from one of the customers that are merged.",
);

/** The properties of a field. */
export const propertiesOf = (field: MergeField): readonly (keyof Customer)[] => PROPERTIES[field];

const valuesOf = (customer: Customer, properties: readonly (keyof Customer)[]): Values<Customer> =>
  Object.fromEntries(properties.map((property) => [property, customer[property]]));

// A country alone is no address: every customer has one.
const isBlank = (customer: Customer, field: MergeField): boolean =>
  PROPERTIES[field].every((property) => property === "country" || customer[property] === null);

/** The fields in which customers differ from the first of them. */
export function differingFields([first, ...others]: readonly Customer[]): MergeField[] {
  if (!first) return [];
  return MERGE_FIELDS.filter((field) =>
    others.some((other) => {
      const compared = valuesOf(other, CHOSEN_BY[field] ?? PROPERTIES[field]);
      return changesOf(first, compared).length > 0;
    }),
  );
}

/** The customer whose value a field takes. */
export interface FieldChoice {
  field: MergeField;
  from: string;
}

/** Whether the merged customer may belong to another: never to one of those that it is made of, or to what is below them. */
type MayBelongTo = (parentId: string) => boolean;

/**
 * The values of the survivor: the chosen ones, else its own, else the first value among the others
 * if it has none; and the tags, e-mail addresses and phones of all. Throws Invalid for a choice that is not possible.
 */
export function mergedValues(
  survivor: Customer,
  others: readonly Customer[],
  choices: readonly FieldChoice[],
  mayBelongTo: MayBelongTo,
): Values<Customer> {
  const all = [survivor, ...others];
  const chosen = new Map<MergeField, Customer>();
  choices.forEach(({ field, from }, index) => {
    if (chosen.has(field)) throw new Invalid([{ path: `fields.${index}.field`, code: "repeated" }]);
    const customer = all.find(({ id }) => id === from.toLowerCase());
    if (!customer) throw new Invalid([{ path: `fields.${index}.from`, code: "not_merged" }]);
    chosen.set(field, customer);
  });
  const tags = uniqueTags(all.flatMap((customer) => customer.tags));
  if (tags.length > MAX_TAGS) {
    throw new Invalid([{ path: "tags", code: "too_many", params: { max: MAX_TAGS } }]);
  }
  const taken = MERGE_FIELDS.map((field) => {
    const source = chosen.get(field) ?? all.find((customer) => !isBlank(customer, field));
    return valuesOf(source ?? survivor, PROPERTIES[field]);
  });
  const values: Values<Customer> = Object.assign({ tags }, ...taken);
  Object.assign(values, secondTaxIdOf(values, all));
  const parents = [values, ...all].flatMap(({ parentId }) => parentId ?? []);
  values.parentId = parents.find(mayBelongTo) ?? null;
  return Object.assign(values, ...[EMAILS, PHONES].map((channel) => united(values, all, channel)));
}

// A tax ID of another kind that one of them has; each customer has one of a kind.
function secondTaxIdOf(chosen: Values<Customer>, all: readonly Customer[]): Values<Customer> {
  if (chosen.secondTaxIdValue != null || chosen.taxIdValue == null) return {};
  const other = all
    .flatMap((customer) => [customer.taxId(), customer.secondTaxId()])
    .find((one) => one && (one.kind !== chosen.taxIdKind || one.country !== chosen.taxIdCountry));
  return other
    ? {
        secondTaxIdCountry: other.country,
        secondTaxIdKind: other.kind,
        secondTaxIdValue: other.value,
      }
    : {};
}

// The e-mail addresses and phones of all, the chosen main one first.
function united(
  chosen: Values<Customer>,
  all: readonly Customer[],
  channel: Channel,
): Partial<Reachable> {
  const points = unitedPoints([chosen, ...all].map((row) => pointsOf(row, channel)));
  assertNotTooMany(points, channel);
  return columnsOfPoints(points, channel);
}
