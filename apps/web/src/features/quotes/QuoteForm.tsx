import { QUOTE_KINDS } from "@clientela/shared/records/enums";
import { CURRENCIES } from "@clientela/shared/values/currencies";
import { addDays } from "@clientela/shared/values/dates";
import { readFragment } from "../../gql/fragment-masking.js";
import { currentLanguage } from "../../i18n/i18n.js";
import { useT } from "../../i18n/useT.js";
import { useDealChoices } from "../../records/useDealChoices.js";
import { useMay, useViewer } from "../../session/viewer.js";
import {
  draftLines,
  lineErrors,
  lineFragment,
  newLine,
  sentLines,
} from "../../ui/documents/documentLines.js";
import { LinesEditor } from "../../ui/documents/LinesEditor.js";
import { DateField } from "../../ui/fields/DateField.js";
import { SelectField } from "../../ui/fields/SelectField.js";
import { TextAreaField } from "../../ui/fields/TextAreaField.js";
import { FieldPair, FormDrawer } from "../../ui/forms/FormDrawer.js";
import { useRecordForm } from "../../ui/forms/useRecordForm.js";
import { nextStatuses, type Quote, useQuoteEdits } from "./quoteEdits.js";

const usualValidity = 30;

interface QuoteFormProps {
  customerId: string;
  /** The quote to change; left out, a new one is made. */
  quote?: Quote;
  /** The currency of a new quote. */
  currency: string;
  onClose: () => void;
}

/** Adds an offer or a quote with its lines, or changes one. */
export function QuoteForm({ customerId, quote, currency, onClose }: QuoteFormProps) {
  const t = useT();
  const language = currentLanguage();
  const { today } = useViewer();
  const edits = useQuoteEdits(customerId);
  const seesDeals = useMay("deals:read");
  const deals = useDealChoices(customerId, { skip: !seesDeals });
  const settled = quote !== undefined && quote.status !== "DRAFT" && quote.status !== "SENT";
  const form = useRecordForm({
    draft: quote ? `quote ${quote.id} ${quote.version}` : `new quote ${customerId}`,
    initial: {
      kind: quote?.kind ?? ("QUOTE" as const),
      status: quote?.status ?? ("DRAFT" as const),
      issuedOn: quote?.issuedOn ?? today,
      validUntil: quote ? quote.validUntil : addDays(today, usualValidity),
      dealId: quote?.deal?.id ?? null,
      currency,
      notes: quote?.notes ?? "",
      lines: quote ? draftLines(readFragment(lineFragment, quote.lines), language) : [newLine()],
    },
    check: ({ lines, issuedOn }) => ({
      ...(issuedOn ? {} : { issuedOn: t("ui.dateMissing") }),
      ...lineErrors(lines, {
        description: t("documents.descriptionMissing"),
        number: t("ui.numberMissing"),
      }),
    }),
    send: async (values) => {
      const filled = {
        ...values,
        notes: values.notes || null,
        lines: sentLines(values.lines, language),
      };
      await (quote ? edits.update(quote, filled) : edits.create(filled));
      onClose();
    },
  });
  const { getInputProps: field, values, errors, setFieldValue } = form.form;
  const statuses = quote
    ? [quote.status, ...nextStatuses(quote.status)]
    : (["DRAFT", "SENT"] as const);
  return (
    <FormDrawer
      title={quote ? t("quotes.titleOf", { number: quote.number }) : t("quotes.add")}
      onClose={onClose}
      form={form}
      submitLabel={quote ? t("ui.save") : t("ui.create")}
    >
      <FieldPair>
        <SelectField
          label={t("field.kind")}
          data={QUOTE_KINDS.map((one) => ({ value: one, label: t(`quotes.kind.${one}`) }))}
          {...field("kind")}
        />
        <SelectField label={t("deals.one")} optional data={deals} {...field("dealId")} />
      </FieldPair>
      <FieldPair>
        <DateField label={t("field.issuedOn")} {...field("issuedOn")} />
        <DateField label={t("field.validUntil")} optional {...field("validUntil")} />
      </FieldPair>
      <FieldPair>
        <SelectField
          label={t("field.status")}
          data={statuses.map((one) => ({ value: one, label: t(`quotes.status.${one}`) }))}
          {...field("status")}
        />
        <SelectField
          label={t("field.currency")}
          data={[...CURRENCIES]}
          disabled={settled}
          {...field("currency")}
        />
      </FieldPair>
      {!settled && (
        <LinesEditor
          lines={values.lines}
          currency={values.currency}
          errors={errors}
          onChange={(lines) => setFieldValue("lines", lines)}
        />
      )}
      <TextAreaField label={t("field.notes")} optional {...field("notes")} />
    </FormDrawer>
  );
}
