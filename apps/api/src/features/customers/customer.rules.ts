import {
  addressFields,
  customerFields,
  hasLocation,
} from "@clientela/shared/customers/customerFields";
import { externalIds } from "@clientela/shared/records/externalIds";
import { recordId } from "@clientela/shared/records/fieldRules";
import { z } from "zod";
import { Invalid } from "../../platform/errors.js";
import { parseInput } from "../../platform/graph/parseInput.js";
import type { Values } from "../../platform/records/write.js";
import { contactPointLists, reachableValues } from "./contact-points/contactPoint.rules.js";
import type { Customer } from "./customer.entity.js";
import type { CreateCustomerInput, UpdateCustomerInput } from "./customer.input.js";
import { asSecond, readTaxId } from "./identity/taxId.js";

// Parsed here so that its issues are reported together with those of other fields; null if it is not given.
const taxId = z
  .object({ country: addressFields.country, value: z.string().max(60, "too_long") })
  .transform(({ country, value }, { addIssue }) => {
    if (value.trim() === "") return null;
    const read = readTaxId(country, value);
    if (!("code" in read)) return read;
    const { code: message, params } = read;
    addIssue({ code: "custom", path: ["value"], message, params });
    return z.NEVER;
  });

const {
  externalId: _id,
  externalSource: _source,
  number: _number,
  taxId: _taxId,
  ...plain
} = customerFields;

const shared = {
  ...plain,
  ...contactPointLists,
  status: plain.status.refine((status) => status !== "ARCHIVED", "archive_instead"),
  tags: z.preprocess((tags) => tags ?? undefined, plain.tags),
  taxId: taxId.nullish(),
  secondTaxId: taxId.nullish(),
  ownerId: recordId.nullish(),
  parentId: recordId.nullish(),
  externalIds: externalIds.nullish(),
};

const address = z.object(addressFields, "required");
const createSchema = z.object({
  ...shared,
  address: address.refine(hasLocation, "address_incomplete"),
});
// Other systems may not know the address of a customer; a missing address is reported next to the result.
const upsertSchema = z.object({ ...shared, address: address.optional() });
const updateSchema = z.object({
  ...shared,
  legalName: shared.legalName.optional(),
  address: address.optional(),
});

/** The values that a valid input writes: the row's columns, and the external ids that it names; null to remove all. */
export interface CheckedCustomer {
  values: Values<Customer>;
  externalIds: { source: string; value: string }[] | null | undefined;
}

function toValues(
  input: z.output<typeof updateSchema>,
  current: Partial<Customer>,
): CheckedCustomer {
  const { address, taxId: read, secondTaxId, externalIds, tags, status, ...others } = input;
  const { email, emails, phone, phones, ...rest } = others;
  const country = address?.country ?? current.country;
  const reachable = reachableValues({ email, emails, phone, phones }, country, current);
  const values: Values<Customer> = { ...rest, ...reachable };
  if (tags !== undefined) values.tags = tags;
  if (status != null) values.status = status;
  if (address) {
    const { number: streetNumber, ...parts } = address;
    Object.assign(values, { ...parts, streetNumber });
  }
  if (read !== undefined) {
    Object.assign(values, read ?? { taxIdCountry: null, taxIdKind: null, taxIdValue: null });
  }
  if (secondTaxId !== undefined) Object.assign(values, asSecond(secondTaxId));
  if (read !== undefined || secondTaxId !== undefined) {
    const after = { ...current, ...values };
    assertFirst(after, secondTaxId != null ? "secondTaxId" : "taxId");
    assertOtherKind(after);
  }
  return { values, externalIds };
}

// The only tax ID of a customer is its first one: there it is looked for, shown and sorted by.
function assertFirst(
  { taxIdValue, secondTaxIdValue }: Partial<Customer>,
  path: "taxId" | "secondTaxId",
): void {
  if (secondTaxIdValue == null || taxIdValue != null) return;
  throw new Invalid([{ path, code: path === "taxId" ? "second_left" : "first_missing" }]);
}

// A person or company has one number of each kind.
function assertOtherKind(after: Partial<Customer>): void {
  const { secondTaxIdValue, secondTaxIdKind: kind, secondTaxIdCountry: country } = after;
  if (secondTaxIdValue == null || kind !== after.taxIdKind || country !== after.taxIdCountry)
    return;
  throw new Invalid([{ path: "secondTaxId", code: "same_kind", params: { kind: kind ?? "" } }]);
}

/** Validates a new customer. Throws Invalid with the path of each issue. */
export function checkNewCustomer(input: Partial<CreateCustomerInput>): CheckedCustomer {
  return toValues(parseInput(createSchema, input), {});
}

/** Validates a new customer of another system, which may lack an address. Throws Invalid. */
export function checkUpsertedCustomer(input: Partial<CreateCustomerInput>): CheckedCustomer {
  return toValues(parseInput(upsertSchema, input), {});
}

/** Validates changes of `current`. Throws Invalid with the path of each issue. */
export function checkCustomerChanges(
  changes: Omit<UpdateCustomerInput, "id" | "version">,
  current: Customer,
): CheckedCustomer {
  if (changes.legalName === null) throw new Invalid([{ path: "legalName", code: "required" }]);
  return toValues(
    parseInput(updateSchema, { ...changes, address: changes.address ?? undefined }),
    current,
  );
}
