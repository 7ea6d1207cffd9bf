import { useQuery } from "@apollo/client/react";
import { DEAL_STAGES } from "@clientela/shared/records/enums";
import { CURRENCIES, minorUnits } from "@clientela/shared/values/currencies";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { readDecimal, writeDecimal } from "../../i18n/decimal.js";
import { currentLanguage } from "../../i18n/i18n.js";
import { useT } from "../../i18n/useT.js";
import { choicesOf } from "../../records/choicesOf.js";
import { usePeople } from "../../session/usePeople.js";
import { useMay, useViewer } from "../../session/viewer.js";
import { AmountField } from "../../ui/fields/AmountField.js";
import { DateField } from "../../ui/fields/DateField.js";
import { SelectField } from "../../ui/fields/SelectField.js";
import { TextAreaField } from "../../ui/fields/TextAreaField.js";
import { TextField } from "../../ui/fields/TextField.js";
import { FieldPair, FormDrawer } from "../../ui/forms/FormDrawer.js";
import { useRecordForm } from "../../ui/forms/useRecordForm.js";
import { DeleteButton } from "../../ui/overlays/DeleteButton.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { type Deal, dealFragment, nextStages, useDealEdits } from "./dealEdits.js";

const query = graphql(`
  query DealDrawer($id: ID!) {
    deal(id: $id) {
      id
      ...DealFields
    }
  }
`);

/** The drawer for a deal that the URL asks for: `deal=<id>` or `deal=new`. */
export function DealDrawer({ customerId, currency }: { customerId: string; currency: string }) {
  const { value, close } = useDrawerParam("deal");
  const mayWrite = useMay("deals:write");
  const { data } = useQuery(query, {
    variables: { id: value ?? "" },
    skip: value === null || value === "new" || !mayWrite,
  });
  if (value === null || !mayWrite) return null;
  if (value === "new") {
    return <DealForm customerId={customerId} currency={currency} onClose={close} />;
  }
  if (!data?.deal) return null;
  const deal = readFragment(dealFragment, data.deal);
  return (
    <DealForm
      key={value}
      customerId={customerId}
      deal={deal}
      currency={deal.value.currency}
      onClose={close}
    />
  );
}

interface DealFormProps {
  customerId: string;
  deal?: Deal;
  currency: string;
  onClose: () => void;
}

const isEnd = (stage: Deal["stage"]) => stage === "WON" || stage === "LOST";

function DealForm({ customerId, deal, currency, onClose }: DealFormProps) {
  const t = useT();
  const language = currentLanguage();
  const { id: viewerId } = useViewer();
  const people = usePeople();
  const edits = useDealEdits(customerId);
  const form = useRecordForm({
    draft: deal ? `deal ${deal.id} ${deal.version}` : `new deal ${customerId}`,
    initial: {
      title: deal?.title ?? "",
      stage: deal?.stage ?? ("LEAD" as const),
      value: deal ? writeDecimal(deal.value.amount, language, minorUnits(currency)) : "",
      currency,
      probability: String(deal?.probability ?? ""),
      expectedCloseOn: deal?.expectedCloseOn ?? null,
      ownerId: deal ? deal.ownerId : viewerId,
      notes: deal?.notes ?? "",
    },
    check: ({ title, probability }) => ({
      ...(title.trim() ? {} : { title: t("deals.titleMissing") }),
      ...(/^\d{0,3}$/.test(probability.trim()) && Number(probability) <= 100
        ? {}
        : { probability: t("deals.probabilityInvalid") }),
    }),
    send: async ({ probability, value, notes, ...rest }) => {
      const values = {
        ...rest,
        value: readDecimal(value, language) ?? "0",
        notes: notes || null,
        ...(probability.trim() && !isEnd(rest.stage) ? { probability: Number(probability) } : {}),
      };
      await (deal ? edits.update(deal, values) : edits.create(values));
      onClose();
    },
  });
  const { getInputProps: field, values } = form.form;
  const stages = deal ? [deal.stage, ...nextStages(deal.stage)] : DEAL_STAGES;
  return (
    <FormDrawer
      title={deal ? t("deals.edit") : t("deals.add")}
      onClose={onClose}
      form={form}
      submitLabel={deal ? t("ui.save") : t("ui.create")}
      aside={
        deal && (
          <DeleteButton
            name={deal.title}
            onDelete={() => {
              onClose();
              void edits.remove(deal);
            }}
          />
        )
      }
    >
      <TextField label={t("field.title")} data-autofocus {...field("title")} />
      <FieldPair>
        <AmountField
          label={t("field.value")}
          places={minorUnits(values.currency)}
          {...field("value")}
        />
        <SelectField label={t("field.currency")} data={[...CURRENCIES]} {...field("currency")} />
      </FieldPair>
      <FieldPair>
        <SelectField
          label={t("field.stage")}
          data={DEAL_STAGES.filter((one) => stages.includes(one)).map((one) => ({
            value: one,
            label: t(`deals.stage.${one}`),
          }))}
          {...field("stage")}
        />
        <TextField
          label={t("field.probability")}
          optional
          inputMode="numeric"
          rightSection="%"
          disabled={isEnd(values.stage)}
          {...field("probability")}
        />
      </FieldPair>
      <FieldPair>
        <DateField label={t("field.expectedCloseOn")} optional {...field("expectedCloseOn")} />
        <SelectField
          label={t("field.ownerId")}
          optional
          data={choicesOf(people)}
          {...field("ownerId")}
        />
      </FieldPair>
      <TextAreaField label={t("field.notes")} optional {...field("notes")} />
    </FormDrawer>
  );
}
