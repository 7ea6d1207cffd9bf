import { documentTotals } from "@clientela/shared/documents/documentTotals";
import { readTime } from "@clientela/shared/typed/typedTime";
import { minorUnits } from "@clientela/shared/values/currencies";
import { compare } from "@clientela/shared/values/money";
import { readDecimal, writeDecimal } from "../../i18n/decimal.js";
import { readDuration, writeDuration } from "../../i18n/duration.js";
import type { MessageKey } from "../../i18n/messageKey.js";
import type { Translate } from "../../i18n/useT.js";
import {
  draftLines,
  keptLines,
  type LineValue,
  lineInputs,
  newLine,
} from "../../ui/documents/lineDrafts.js";
import { type Draft, defineField, type Field, type FieldOptions } from "./fields.js";

type Described = MessageKey | FieldOptions;

const typed = (draft: Draft) => (typeof draft === "string" ? draft.trim() : "");
const orNull = (draft: Draft) => typed(draft) || null;

// Texts of the history end here; the record itself has the rest.
const MAX_HISTORY_TEXT = 200;
const shortened = (stored: string) =>
  stored.length > MAX_HISTORY_TEXT ? `${stored.slice(0, MAX_HISTORY_TEXT)}…` : stored;

const plainText = {
  text: (value: string | null) => value ?? "",
  history: shortened,
  toDraft: (value: string | null) => value ?? "",
  fromDraft: orNull,
  empty: () => "",
};

/** One line of text. */
export const text = (described: Described): Field<string | null> =>
  defineField<string | null>(described, { ...plainText, input: { control: "text" } });

/** Text of several lines. */
export const paragraphs = (described: Described): Field<string | null> =>
  defineField<string | null>(described, { ...plainText, input: { control: "paragraphs" } });

/** An e-mail address. */
export const email = (described: Described): Field<string | null> =>
  defineField<string | null>(described, {
    ...plainText,
    input: { control: "text", type: "email" },
  });

/** A phone number, written as people of its country write it. */
export const phone = (described: Described): Field<string | null> =>
  defineField<string | null>(described, {
    ...plainText,
    input: { control: "text", type: "tel" },
    text: (value, { formatPhone }) => (value ? formatPhone(value) : ""),
    history: (stored, { formatPhone }) => formatPhone(stored),
  });

/** One value of an enum of the API; `label` translates it. */
export function choice<Word extends string>(
  described: Described,
  words: readonly Word[],
  label: (t: Translate, word: Word) => string,
): Field<Word> {
  return defineField<Word>(described, {
    input: {
      control: "choice",
      choices: (t) => words.map((word) => ({ value: word, label: label(t, word) })),
    },
    text: (value, { t }) => label(t, value),
    history: (stored, { t }) => {
      const known = words.find((word) => word === stored);
      return known ? label(t, known) : stored;
    },
    toDraft: (value) => value,
    fromDraft: (draft) => draft,
    empty: () => null,
  });
}

/** A calendar date, `2026-11-24`. */
export const date = (described: Described): Field<string | null> =>
  defineField<string | null>(described, {
    input: { control: "date" },
    missing: "record.dateMissing",
    text: (value, { format }) => (value ? format.date(value) : ""),
    history: (stored, { format }) => format.date(stored),
    toDraft: (value) => value,
    fromDraft: orNull,
    empty: () => null,
  });

/** A time of day, `14:30`, which no zone moves. */
export const timeOfDay = (described: Described): Field<string | null> =>
  defineField<string | null>(described, {
    ...plainText,
    input: { control: "time" },
    fromDraft: (draft) => readTime(typed(draft)) ?? orNull(draft),
  });

/** An ISO 4217 currency. */
export const currency = (described: Described = "field.currency"): Field<string> =>
  defineField<string>(described, { ...plainText, input: { control: "currency" } });

const currencyIn = (values: object, name: string): string => {
  const found = Object.entries(values).find(([key]) => key === name)?.[1];
  return typeof found === "string" ? found : "";
};

/** An exact amount, whose currency stands in another field of the record; `blank` is what an empty field stands for. */
export const money = (
  described: Described,
  {
    currency: sibling = "currency",
    blank = null,
  }: { currency?: string; blank?: string | null } = {},
): Field<string> =>
  defineField<string>(described, {
    input: { control: "amount", currency: sibling },
    missing: "record.numberMissing",
    text: (amount, { format }, values) =>
      format.money({ amount, currency: currencyIn(values, sibling) }),
    // The history keeps the amount alone.
    history: (stored, { format }) => format.number(stored, { minimumFractionDigits: 2 }),
    toDraft: (amount, { language }, values) =>
      writeDecimal(amount, language, minorUnits(currencyIn(values, sibling))),
    empty: () => "",
    fromDraft: (draft, { language }) =>
      readDecimal(typed(draft), language) ?? orNull(draft) ?? blank,
  });

/** A whole number of percent, 0 to 100. */
export const percent = (described: Described): Field<number | undefined> =>
  defineField<number | undefined>(described, {
    input: { control: "percent" },
    invalid: "record.percentInvalid",
    text: (value, { format }) => (value === undefined ? "" : format.percent(value / 100)),
    history: (stored, { format }) => format.percent(Number(stored) / 100),
    toDraft: (value) => (value === undefined ? "" : String(value)),
    empty: () => "",
    fromDraft: (draft) => (typed(draft) ? Number(typed(draft).replace(",", ".")) : undefined),
  });

/** A time in minutes, typed as hours. */
export const minutes = (described: Described): Field<number | null> =>
  defineField<number | null>(described, {
    input: { control: "duration" },
    text: (value, { format }) => (value === null ? "" : format.hours(value)),
    history: (stored, { format }) => format.hours(Number(stored)),
    toDraft: (value, { language }) => (value === null ? "" : writeDuration(value, language)),
    empty: () => "",
    fromDraft: (draft, { language }) =>
      typed(draft) ? (readDuration(typed(draft), language) ?? typed(draft)) : null,
  });

/** A colleague, by id; the history has the name. */
export const person = (described: Described): Field<string | null> =>
  defineField<string | null>(described, {
    input: { control: "person" },
    text: (value, { personName }) => personName(value),
    history: shortened,
    toDraft: (value) => value,
    fromDraft: orNull,
    empty: () => null,
  });

/** Another record, by id, which says nothing to a person. */
export const reference = (described: Described): Field<string | null> =>
  defineField<string | null>(described, {
    input: { control: "reference" },
    text: () => "",
    history: shortened,
    toDraft: (value) => value,
    fromDraft: orNull,
    empty: () => null,
  });

/** Other records, by id; a form keeps them as one text, the ids separated by commas. */
export const references = (described: Described): Field<string[]> =>
  defineField<string[]>(described, {
    input: { control: "references" },
    text: () => "",
    history: () => null,
    toDraft: (ids) => ids.join(),
    fromDraft: (draft) => typed(draft).split(",").filter(Boolean),
    empty: () => "",
  });

/** A moment, RFC 3339; edited in the time zone of the device, to the minute. */
export const dateTime = (described: Described): Field<string> =>
  defineField<string>(described, {
    input: { control: "dateTime" },
    missing: "record.dateMissing",
    text: (value, { format }) => format.dateTime(value),
    history: (stored, { format }) => format.dateTime(stored),
    toDraft: (value) => localMinute(new Date(value)),
    fromDraft: (draft) => {
      const [date, time = ""] = typed(draft).split("T", 2);
      const moment = new Date(`${date}T${readTime(time)}`);
      return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
    },
    empty: () => localMinute(new Date()),
  });

/** As the control has it: 2026-11-24T09:30. */
function localMinute(moment: Date): string {
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** Yes or no. */
export const flag = (described: Described): Field<boolean> =>
  defineField<boolean>(described, {
    input: { control: "flag" },
    empty: () => false,
    text: (value, { t }) => t(value ? "record.yes" : "record.no"),
    history: (stored, { t }) => t(stored === "true" ? "record.yes" : "record.no"),
    toDraft: (value) => value,
    fromDraft: (draft) => draft,
  });

/** The lines of a document, whose prices are in the currency of another field. */
export const lines = (described: Described, { currency: sibling = "currency" } = {}) =>
  defineField<readonly LineValue[]>(described, {
    input: { control: "lines", currency: sibling },
    text: (value) => value.map(({ description }) => description).join(", "),
    history: (_stored, { t }) => t("record.linesChanged"),
    empty: () => [newLine()],
    toDraft: (value, { language }, values) =>
      draftLines(value, language, currencyIn(values, sibling)),
    fromDraft: (draft, { language }) => (Array.isArray(draft) ? lineInputs(draft, language) : []),
    question: (value, { t, format }, values) => {
      const currency = currencyIn(values, sibling);
      const { total } = documentTotals(value, currency);
      if (compare(total, "0") !== 0) return null;
      const nothing = format.money({ amount: "0", currency });
      return value.length === 0
        ? t("documents.askNoLines", { total: nothing })
        : t("documents.askNoTotal", { total: nothing });
    },
    issue: (draft, { path, code }) => {
      const [place, part] = path;
      // Lines without anything in them are not sent, so that those after them move up.
      const line = Array.isArray(draft) ? keptLines(draft)[Number(place)] : undefined;
      const index = Array.isArray(draft) && line ? draft.indexOf(line) : place;
      const missing =
        part === "description" ? "documents.descriptionMissing" : "record.numberMissing";
      return {
        path: [index, part].filter((one) => one !== undefined),
        message: part !== undefined && code === "required" ? missing : undefined,
      };
    },
  });

/** A field that only the history shows; `history` formats it. */
export const shown = (
  described: Described,
  history: Field<string>["history"] = shortened,
): Field<string> =>
  defineField<string>(
    { ...(typeof described === "string" ? { label: described } : described), revertible: false },
    { ...plainText, input: undefined, history },
  );

/** An amount that only the history records: a total, what is paid. */
export const shownAmount = (described: Described): Field<string> =>
  shown(described, (stored, { format }) => format.number(stored, { minimumFractionDigits: 2 }));
