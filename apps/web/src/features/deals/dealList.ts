import { DEAL_STAGES, type DealStage } from "@clientela/shared/records/enums";
import type { DealFilter, DealOrderField } from "../../gql/graphql.js";
import type { ListChoices } from "../../records/list/listChoices.js";
import { fieldColumn, type ListColumn, moneyColumn } from "../../records/list/listColumns.js";
import { dealFields } from "./deal.fields.js";
import { type Deal, dealStatus } from "./deal.operations.js";

/** The columns of deals, in every list of them. */
export const dealColumns: ListColumn<Deal, DealOrderField>[] = [
  fieldColumn(dealFields.title, ({ title }) => title, {
    id: "title",
    width: 170,
    sort: "TITLE",
    hideable: false,
    narrow: "title",
  }),
  { id: "stage", label: "field.stage", width: 155, narrow: "detail", cell: "status" },
  fieldColumn(dealFields.probability, ({ probability }) => probability, {
    id: "probability",
    width: 115,
    align: "end",
  }),
  fieldColumn(dealFields.expectedCloseOn, ({ expectedCloseOn }) => expectedCloseOn ?? null, {
    id: "close",
    width: 155,
    sort: "EXPECTED_CLOSE_ON",
    narrow: "detail",
  }),
  moneyColumn("field.value", ({ value }) => value, {
    id: "value",
    width: 135,
    sort: "VALUE",
    narrow: "end",
  }),
];

/** What lists of deals can be narrowed to: a stage, or all that are neither won nor lost. */
export const dealChoices: ListChoices<DealStage | "open", DealFilter, unknown> = {
  param: "stage",
  label: "field.stage",
  all: ["open", ...DEAL_STAGES],
  name: (t, one) => (one === "open" ? t("deals.open") : dealStatus.label(t, one)),
  filter: (chosen) => {
    if (chosen === "open") return { open: true };
    return chosen ? { stage: [chosen] } : null;
  },
};
