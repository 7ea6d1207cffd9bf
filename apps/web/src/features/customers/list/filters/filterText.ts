import { countryName } from "@clientela/shared/values/countries";
import type { Format } from "../../../../i18n/format.js";
import { currentLanguage } from "../../../../i18n/i18n.js";
import type { Translate } from "../../../../i18n/useT.js";
import { type ListParams, nobody } from "../listParams.js";
import { daysAgo, type FilterDay } from "./filterDays.js";
import type { FilterName } from "./filterNames.js";
import { type MetricRange, unitOf } from "./metricRanges.js";

interface Words {
  t: Translate;
  format: Format;
  people: readonly { id: string; name: string }[];
}

/** The value of a filter as text: "Active, Lead". Empty if it is not set. */
export function filterText(name: FilterName, listParams: ListParams, words: Words): string {
  const { t, format, people } = words;
  switch (name) {
    case "status":
      return listParams.status.map((status) => t(`customers.status.${status}`)).join(", ");
    case "owner":
      return listParams.owners
        .map((owner) =>
          owner === nobody
            ? t("customers.filter.nobody")
            : (people.find(({ id }) => id === owner)?.name ?? "…"),
        )
        .join(", ");
    case "tag":
      return listParams.tags.join(", ");
    case "city":
      return listParams.city;
    case "country":
      return listParams.countries.map((code) => countryName(code, currentLanguage())).join(", ");
    case "overdueInvoices":
    case "overdueTasks":
    case "noNextStep":
    case "overCreditLimit":
    case "addressMissing":
      return "";
    case "created": {
      const { createdFrom: from, createdTo: to } = listParams;
      const days = daysAgo(from);
      if (days !== null) return t("customers.filter.inLastDays", { days });
      if (from && to) {
        return t("customers.filter.between", { from: format.date(from), to: format.date(to) });
      }
      if (from) return t("customers.filter.from", { from: format.date(from) });
      return to ? t("customers.filter.to", { to: format.date(to) }) : "";
    }
    case "idle":
      return idleText(listParams.idleSince, words);
    case "metrics":
      return listParams.metrics.map((range) => rangeText(range, words)).join("; ");
  }
}

// "Outstanding ≥ 100", which people read in every language.
function rangeText({ metric, from, to }: MetricRange, { t, format }: Words): string {
  const label = t(`customers.column.${metric}`);
  const unit = unitOf(metric);
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
