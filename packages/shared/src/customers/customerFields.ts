import { z } from "zod";
import { CUSTOMER_STATUSES } from "../records/enums.js";
import { line, paragraphs, wholeNumber } from "../records/fieldRules.js";
import { countryRuling, currencyCode } from "../values/codeRules.js";
import { emailRuling, phoneRuling, websiteRuling } from "../values/contactRules.js";
import { AMOUNT_LIMIT, positiveDecimal } from "../values/decimalRules.js";
import type { IssueCode } from "../values/issues.js";
import { compare } from "../values/money.js";
import { MAX_TAGS, uniqueTags } from "../values/tags.js";
import { isBlank, joinedLineRuling, optional, textRule } from "../values/textRules.js";

const code = (issue: IssueCode) => ({ error: issue });
const joinedLine = (max: number) => textRule((text) => joinedLineRuling(text, max));

const tags = z
  .array(z.string(code("invalid_type")), code("invalid_type"))
  .transform((list) => list.filter((tag) => !isBlank(tag)))
  .pipe(z.array(line(50)))
  .transform(uniqueTags)
  .refine((list) => list.length <= MAX_TAGS, code("too_many"));

const website = z.preprocess(
  (input) => (input instanceof URL ? input.href : input),
  textRule(websiteRuling),
);

/** The largest credit limit, in the currency of its customer. */
export const MAX_CREDIT_LIMIT = 1_000_000_000_000;

/** The rules of an address's parts; only the country is required. */
export const addressFields = {
  street: optional(joinedLine(200)),
  number: optional(joinedLine(20)),
  complement: optional(joinedLine(100)),
  district: optional(joinedLine(100)),
  city: optional(joinedLine(100)),
  region: optional(joinedLine(100)),
  postalCode: optional(joinedLine(20)),
  country: textRule(countryRuling),
};

/** The parts that say where in its country an address is. */
export const ADDRESS_LOCATION = ["street", "city", "postalCode"] as const;

/** Whether an address says more than its country: without any of these it is missing. */
export const hasLocation = (
  parts: Readonly<Partial<Record<(typeof ADDRESS_LOCATION)[number], string | null | undefined>>>,
): boolean => ADDRESS_LOCATION.some((part) => !isBlank(parts[part] ?? ""));

/** An address as a whole. */
export const address = z.object(addressFields, code("required"));

/** An address that satisfies the rules. */
export type AddressFields = z.output<typeof address>;

/**
 * The rules of a customer's fields, for forms, API and import alike. Optional ones take a blank or
 * null as "none" and leave out what is left out; messages are issue codes.
 */
export const customerFields = {
  number: optional(line(40)),
  legalName: line(200),
  tradeName: optional(line(200)),
  taxId: optional(line(40)),
  status: optional(z.enum(CUSTOMER_STATUSES, code("invalid_choice"))),
  email: optional(textRule(emailRuling)),
  phone: optional(textRule(phoneRuling)),
  website: optional(website),
  tags: tags.optional(),
  notes: optional(paragraphs(10_000)),
  currency: optional(currencyCode),
  paymentTermDays: optional(wholeNumber(0, 3650)),
  creditLimit: optional(
    positiveDecimal(AMOUNT_LIMIT).refine((value) => compare(value, String(MAX_CREDIT_LIMIT)) <= 0, {
      error: "out_of_range" satisfies IssueCode,
      params: { min: 0, max: MAX_CREDIT_LIMIT },
    }),
  ),
  externalSource: optional(line(100)),
  externalId: optional(line(200)),
};
