import { countryName } from "@clientela/shared/values/countries";
import type { Format } from "../../../../i18n/format.js";
import { currentLanguage } from "../../../../i18n/i18n.js";
import type { Translate } from "../../../../i18n/useT.js";
import { type FigureRange, unitOf } from "../figures.js";
import { daysAgo, type FilterDay } from "../filterDays.js";
import { type FilterName, type ListParams, nobody } from "../listParams.js";

interface Words {
  t: Translate;
  format: Format;
  people: readonly { id: string; name: string }[];
}

/** The value of a filter as text: "Active, Lead". Empty if it is not set. */
export function filterText(name: FilterName, question: ListParams, words: Words): string {
  const { t, format, people } = words;
  switch (name) {
    case "status":
      return question.status.map((status) => t(`customers.status.${status}`)).join(", ");
    case "owner":
      return question.owners
        .map((owner) =>
          owner === nobody
            ? t("customers.filter.nobody")
            : (people.find(({ id }) => id === owner)?.name ?? "…"),
        )
        .join(", ");
    case "tag":
      return question.tags.join(", ");
    case "city":
      return question.city;
    case "country":
      return question.countries.map((code) => countryName(code, currentLanguage())).join(", ");
    case "overdueInvoices":
    case "overdueTasks":
    case "addressMissing":
      return "";
    case "created": {
      const { createdFrom: from, createdTo: to } = question;
      const days = daysAgo(from);
      if (days !== null) return t("customers.filter.inLastDays", { days });
      if (from && to) {
        return t("customers.filter.between", { from: format.date(from), to: format.date(to) });
      }
      if (from) return t("customers.filter.from", { from: format.date(from) });
      return to ? t("customers.filter.to", { to: format.date(to) }) : "";
    }
    case "idle":
      return idleText(question.idleSince, words);
    case "figures":
      return question.figures.map((range) => rangeText(range, words)).join("; ");
  }
}

// "Outstanding ≥ 100", which people read in every language.
function rangeText({ figure, from, to }: FigureRange, { t, format }: Words): string {
  const label = t(`customers.column.${figure}`);
  const unit = unitOf(figure);
  const textOf = (end: string) => {
    if (unit === "day") return format.date(end);
    return unit === "hours" ? format.hours(Number(end)) : format.number(end);
  };
  if (from && to) return `${label} ${textOf(from)} – ${textOf(to)}`;
  if (from) return `${label} ≥ ${textOf(from)}`;
  return to ? `${label} ≤ ${textOf(to)}` : label;
}

function idleText(since: FilterDay, { t, format }: Words): string {
  const days = daysAgo(since);
  if (days !== null) return t("customers.filter.forDays", { days });
  return since && t("customers.filter.from", { from: format.date(since) });
}
