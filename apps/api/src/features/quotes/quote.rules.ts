import { QUOTE_KINDS, QUOTE_STATUSES } from "@clientela/shared/enums";
import { z } from "zod";
import { Invalid } from "../../platform/errors.js";
import { currency, day, link, notes, oneOf, optionalDay } from "../documents/field.rules.js";
import { lineRules } from "../documents/line.rules.js";

/** The rules of an offer's or quote's fields. */
export const quoteRules = z.object({
  dealId: link,
  kind: oneOf(QUOTE_KINDS),
  status: oneOf(QUOTE_STATUSES),
  issuedOn: day,
  validUntil: optionalDay,
  currency,
  notes,
  lines: lineRules.optional(),
});

/** Throws Invalid where an offer would be valid until before its date. */
export function assertValidity(issuedOn: string, validUntil: string | null | undefined): void {
  if (validUntil && validUntil < issuedOn) {
    throw new Invalid([{ path: "validUntil", code: "before_start" }]);
  }
}
