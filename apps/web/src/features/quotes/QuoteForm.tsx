import { addDays } from "@clientela/shared/values/dates";
import { useT } from "../../i18n/useT.js";
import { useDealChoices } from "../../records/choices/useDealChoices.js";
import type { FormDrawerProps } from "../../records/RecordDrawers.js";
import { RecordForm } from "../../records/RecordForm.js";
import { statusChoices } from "../../records/recordStatus.js";
import { useMay, useViewer } from "../../session/viewer.js";
import { FieldPair } from "../../ui/forms/FormDrawer.js";
import { type Quote, quoteOperations, quoteStatus } from "./quote.operations.js";

const DEFAULT_VALIDITY_DAYS = 30;

interface QuoteFormProps extends FormDrawerProps<Quote> {
  customerId: string;
  /** The currency of a new quote. */
  currency: string;
}

/** Adds an offer or a quote with its lines, or changes one. */
export function QuoteForm({ customerId, record: quote, currency, onClose }: QuoteFormProps) {
  const t = useT();
  const { today } = useViewer();
  const seesDeals = useMay("deals:read");
  const deals = useDealChoices(customerId, { skip: !seesDeals });
  const settled = quote !== undefined && quote.status !== "DRAFT" && quote.status !== "SENT";
  const statuses = quote
    ? [quote.status, ...quoteStatus.next(quote)]
    : (["DRAFT", "SENT"] as const);
  return (
    <RecordForm
      operations={quoteOperations}
      customerId={customerId}
      record={quote}
      defaults={{
        kind: "QUOTE",
        status: "DRAFT",
        issuedOn: today,
        validUntil: addDays(today, DEFAULT_VALIDITY_DAYS),
        currency,
      }}
      title={quote ? t("quotes.titleOf", { number: quote.number }) : t("quotes.add")}
      onClose={onClose}
    >
      {({ field }) => (
        <>
          <FieldPair>
            {field("kind")}
            {field("dealId", { choices: deals })}
          </FieldPair>
          <FieldPair>
            {field("issuedOn")}
            {field("validUntil")}
          </FieldPair>
          <FieldPair>
            {field("status", { choices: statusChoices(t, statuses, quoteStatus.label) })}
            {field("currency", { disabled: settled })}
          </FieldPair>
          {!settled && field("lines")}
          {field("notes")}
        </>
      )}
    </RecordForm>
  );
}
