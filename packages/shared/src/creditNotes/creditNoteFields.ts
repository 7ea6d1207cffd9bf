import { documentDate } from "../documents/documentFields.js";
import { documentLines } from "../documents/documentLines.js";
import { INVOICE_KINDS } from "../records/enums.js";
import { choice, line, paragraphs, recordId } from "../records/fieldRules.js";
import { currencyCode } from "../values/codeRules.js";
import { optional } from "../values/textRules.js";

/** The rules of a credit note's fields. */
export const creditNoteFields = {
  invoiceId: optional(recordId),
  kind: choice(INVOICE_KINDS),
  issuedOn: documentDate,
  currency: currencyCode,
  reference: optional(line(100)),
  notes: optional(paragraphs(10_000)),
  lines: documentLines,
};

/** The rule of the reason for which a credit note is cancelled. */
export const cancellationReason = line(200);
