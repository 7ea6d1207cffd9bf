import { DEAL_STAGES } from "@clientela/shared/records/enums";
import {
  choice,
  currency,
  date,
  money,
  paragraphs,
  percent,
  person,
  text,
} from "../../records/fields/fieldKinds.js";

/** The fields of a deal, as forms, lists and the history show them. */
export const dealFields = {
  title: text({ label: "field.title", missing: "deals.titleMissing" }),
  stage: choice("field.stage", DEAL_STAGES, (t, stage) => t(`deals.stage.${stage}`)),
  value: money("field.value", { blank: "0" }),
  currency: currency({ label: "field.currency", revertible: false }),
  probability: percent({ label: "field.probability", optional: true }),
  expectedCloseOn: date({ label: "field.expectedCloseOn", optional: true }),
  ownerId: person({ label: "field.ownerId", optional: true }),
  notes: paragraphs({ label: "field.notes", optional: true }),
};
