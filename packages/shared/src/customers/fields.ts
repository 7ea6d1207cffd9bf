import { z } from "zod";
import { CUSTOMER_STATUSES } from "../records/enums.js";
import { line, paragraphs, wholeNumber } from "../records/fieldRules.js";
import type { IssueCode } from "../records/issues.js";
import { isCountry } from "../values/countries.js";
import { isCurrency } from "../values/currencies.js";
import {
  isBlank,
  joinedLineRuling,
  lineRuling,
  optional,
  type Ruling,
  textRule,
} from "../values/textRules.js";

/** The most tags that a customer can have. */
export const MAX_TAGS = 50;

const MAILBOX = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/;
const DOMAIN = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

const IPV4 = /^\d+(?:\.\d+){3}$/;

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** An address as HTML's e-mail field takes it (with a dot in its domain), the domain in lower case. */
export function emailRuling(text: string): Ruling<string> {
  const line = lineRuling(text.replace(/^\s*mailto:/i, ""), 254);
  if ("issue" in line) return line;
  const at = line.value.lastIndexOf("@");
  const mailbox = line.value.slice(0, Math.max(at, 0));
  const written = line.value.slice(at + 1);
  // A domain in other letters than ASCII is kept in the form that mail servers use.
  const domain = /^[\x21-\x7e]*$/.test(written)
    ? written.toLowerCase()
    : (urlOf(`https://${written}`)?.hostname ?? "");
  return MAILBOX.test(mailbox) && DOMAIN.test(domain)
    ? { value: `${mailbox}@${domain}` }
    : { issue: "invalid_email" };
}

/** A web address in its canonical form; a bare domain gets https://, other protocols are refused. */
export function websiteRuling(text: string): Ruling<string> {
  const line = lineRuling(text, 500);
  if ("issue" in line) return line;
  const url = urlOf(/^https?:\/\//i.test(line.value) ? line.value : `https://${line.value}`);
  const sound =
    url !== null &&
    !/\s/.test(line.value) &&
    url.username === "" &&
    url.password === "" &&
    /[^.]\.[^.]/.test(url.hostname) &&
    // A bare number is none, though URLs take it for an address: 11 would be 0.0.0.11.
    (!IPV4.test(url.hostname) || line.value.includes(url.hostname));
  return sound ? { value: url.href } : { issue: "invalid_url" };
}

/** A phone number as people write it, extension and all; E.164 is made of it where the country is known. */
export function phoneRuling(text: string): Ruling<string> {
  const line = lineRuling(text, 40);
  if ("issue" in line) return line;
  return line.value.replace(/\D/g, "").length >= 3 ? line : { issue: "invalid_phone" };
}

function countryRuling(text: string): Ruling<string> {
  const code = text.trim().toUpperCase();
  if (isBlank(code)) return { issue: "required" };
  return isCountry(code) ? { value: code } : { issue: "invalid_country" };
}

function currencyRuling(text: string): Ruling<string> {
  const code = text.trim().toUpperCase();
  if (isBlank(code)) return { issue: "required" };
  return isCurrency(code) ? { value: code } : { issue: "invalid_currency" };
}

/** A currency by its ISO 4217 code. */
export const currencyCode = textRule(currencyRuling);

const code = (issue: IssueCode) => ({ error: issue });
const joinedLine = (max: number) => textRule((text) => joinedLineRuling(text, max));

/** Tags without repetitions, upper and lower case alike; the first spelling stays. */
export function uniqueTags(list: readonly string[]): string[] {
  const known = new Set<string>();
  return list.filter((tag) => {
    const key = tag.toLowerCase();
    return known.has(key) ? false : known.add(key);
  });
}

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
  externalSource: optional(line(100)),
  externalId: optional(line(200)),
};
