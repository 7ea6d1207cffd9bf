import {
  ADDRESS_KINDS,
  CUSTOMER_STATUSES,
  DEAL_STAGES,
  INVOICE_KINDS,
  INVOICE_STATUSES,
  ORDER_STATUSES,
  PROJECT_STATUSES,
  QUOTE_KINDS,
  QUOTE_STATUSES,
  TASK_PRIORITIES,
  TASK_STATUSES,
} from "@clientela/shared/records/enums";
import { countryName } from "@clientela/shared/values/countries";
import { currentLanguage } from "../../i18n/i18n.js";
import { useFormat } from "../../i18n/useFormat.js";
import { usePhoneFormat } from "../../i18n/usePhoneFormat.js";
import { type Translate, useT } from "../../i18n/useT.js";

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-/;
const dateOnly = /^\d{4}-\d{2}-\d{2}$/;
const longest = 200;

/** Puts a stored value of the history into words; nothing where it says nothing to a person. */
export function useValueText(): (
  recordType: string,
  field: string,
  value: string | null,
) => string | null {
  const t = useT();
  const format = useFormat();
  const formatPhone = usePhoneFormat();
  return (recordType, field, value) => {
    if (value === null || value === "" || uuid.test(value)) return null;
    const word = wordOf(t, recordType, field, value);
    if (word) return word;
    if (dateOnly.test(value)) return format.date(value);
    if (/(^|\.)country$/.test(field)) return countryName(value, currentLanguage());
    if (field === "phone") return formatPhone(value);
    if (field === "isPrimary") return t(value === "true" ? "activity.yes" : "activity.no");
    if (field === "minutes" || field === "budgetMinutes") return format.hours(Number(value));
    if (field === "probability") return format.percent(Number(value) / 100);
    if (field === "paymentTermDays") return t("profile.days", { count: Number(value) });
    if (field === "total" || field === "value" || field === "paid") {
      return format.number(value, { minimumFractionDigits: 2 });
    }
    if (field === "lines") return t("activity.linesChanged");
    return value.length > longest ? `${value.slice(0, longest)}…` : value;
  };
}

function wordOf(t: Translate, recordType: string, field: string, value: string) {
  const among = <Word extends string>(words: readonly Word[]) =>
    words.find((word) => word === value);
  switch (`${recordType}.${field}`) {
    case "Customer.status": {
      const word = among(CUSTOMER_STATUSES);
      return word && t(`customers.status.${word}`);
    }
    case "Address.kind": {
      const word = among(ADDRESS_KINDS);
      return word && t(`customers.address.${word}`);
    }
    case "Project.status": {
      const word = among(PROJECT_STATUSES);
      return word && t(`projects.status.${word}`);
    }
    case "Task.status": {
      const word = among(TASK_STATUSES);
      return word && t(`tasks.status.${word}`);
    }
    case "Task.priority": {
      const word = among(TASK_PRIORITIES);
      return word && t(`tasks.priority.${word}`);
    }
    case "Deal.stage": {
      const word = among(DEAL_STAGES);
      return word && t(`deals.stage.${word}`);
    }
    case "Quote.status": {
      const word = among(QUOTE_STATUSES);
      return word && t(`quotes.status.${word}`);
    }
    case "Quote.kind": {
      const word = among(QUOTE_KINDS);
      return word && t(`quotes.kind.${word}`);
    }
    case "Order.status": {
      const word = among(ORDER_STATUSES);
      return word && t(`orders.status.${word}`);
    }
    case "Invoice.status": {
      const word = among(INVOICE_STATUSES);
      return word && t(`invoices.state.${word}`);
    }
    case "Invoice.kind": {
      const word = among(INVOICE_KINDS);
      return word && t(`invoices.kind.${word}`);
    }
    default:
      return undefined;
  }
}
