import { quoteFields } from "@clientela/shared/documents/documentFields";
import { QUOTE_TRANSITIONS, type QuoteStatus } from "@clientela/shared/records/enums";
import { z } from "zod";
import { Invalid } from "../../platform/errors.js";
import type { Lifecycle } from "../documents/transition.rules.js";
import { quoteStatusNames } from "./quote.messages.js";

/** The statuses that an offer or a quote goes through. */
export const quoteLifecycle: Lifecycle<QuoteStatus> = {
  transitions: QUOTE_TRANSITIONS,
  names: quoteStatusNames,
};

/** The rules of an offer's or quote's fields, all of which may be omitted. */
export const quoteRules = z.object(quoteFields).partial();

/** Throws Invalid where an offer would be valid until before its date. */
export function assertValidity(issuedOn: string, validUntil: string | null | undefined): void {
  if (validUntil && validUntil < issuedOn) {
    throw new Invalid([{ path: "validUntil", code: "before_start" }]);
  }
}
