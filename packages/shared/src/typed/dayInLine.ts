import type { DateOrder } from "../sheets/sheetDates.js";
import { addDays, isCalendarDate } from "../values/dates.js";
import { type Found, type LineWord, type LineWords, phrasesIn, withLead } from "./lineWords.js";
import { readDate } from "./typedDate.js";

interface DayContext {
  today: string;
  order: DateOrder;
}

const LONGEST = 5;
const LEADS = new Set([
  ...["ate", "para", "pra", "em", "no", "na", "o", "a", "dia", "nesta", "neste", "nessa", "esta"],
  ...["by", "on", "until", "till", "due", "for", "the", "this", "before"],
]);
// Words of these forms say a day wherever they stand.
const CLEAR = [
  /^(hoje|amanha|depois de amanha|today|tomorrow)$/,
  /^(domingo|segunda|terca|quarta|quinta|sexta|sabado)(-feira)?$/,
  /^(sunday|monday|tuesday|wednesday|thursday|friday|saturday)$/,
  /^(em|in|daqui a|dentro de) \+?\d{1,3} (dias?|days?|semanas?|weeks?)$/,
  /^\+\d{1,3}$/,
  /^\d{1,2}\/\d{1,2}(\/\d{2}|\/\d{4})?$/,
  /^\d{1,2}[-.]\d{1,2}[-.]\d{4}$/,
  /^\d{4}-\d{2}-\d{2}$/,
];
const MONTH = String.raw`(?:jan|fev|feb|mar|abr|apr|mai|may|jun|jul|ago|aug|set|sep|out|oct|nov|dez|dec)\p{L}*`;
const DAY_OF_MONTH = new RegExp(
  String.raw`^\d{1,2}(?:st|nd|rd|th|º)? (?:de |of )?${MONTH}(?: (?:de )?\d{4})?$`,
  "u",
);
const MONTH_AND_DAY = new RegExp(String.raw`^${MONTH} \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?$`, "u");
const ORDINAL = /(\d)(?:st|nd|rd|th|º)\b/;
// A verb ("ter"), a title ("Dom"), a part of many words: short names of days need something that says so.
const SHORT = /^(dom|seg|ter|qua|qui|sex|sab|sun|mon|tue|wed|thu|fri|sat)$/;
const SHORT_LEADS = new Set(["na", "no", "ate", "nesta", "neste", "on", "by", "until", "till"]);
const NEXT = /^(?:proxim[ao]|next) (.+)$|^(.+) que vem$/;
const THIS_DAY = /^(?:dia (\d{1,2})|the (\d{1,2})(?:st|nd|rd|th))$/;
// "segunda via", "quinta parcela": the second, the fifth.
const COUNTS = /^(segunda|quarta|quinta|sexta)$/;
const COUNTED =
  /^(via|parcela|prestacao|vez|fase|etapa|rodada|reuniao|chamada|edicao|versao|nota|fatura|visita|quinzena|metade|copia|opcao|proposta|cobranca|loja|unidade)s?$/;

/** The day that a line says; `timed` where it says a time as well, which makes short names of days clear. */
export function findDay(words: LineWords, context: DayContext, timed: boolean): Found | null {
  for (const phrase of phrasesIn(words, LONGEST)) {
    const text = phrase.map(({ folded }) => folded).join(" ");
    if (COUNTS.test(text) && isCounted(phrase, words)) continue;
    const value = dayOf(text, context) ?? shortDay(text, phrase, words, context, timed);
    if (value) return { value, words: withLead(words, phrase, LEADS) };
  }
  return null;
}

function isCounted(phrase: readonly LineWord[], words: LineWords): boolean {
  const after = words.all[(phrase.at(-1)?.index ?? 0) + 1];
  return after !== undefined && COUNTED.test(after.folded);
}

function dayOf(text: string, context: DayContext): string | null {
  if (CLEAR.some((form) => form.test(text))) return comingDate(text, context);
  if (DAY_OF_MONTH.test(text) || (MONTH_AND_DAY.test(text) && context.order !== "dmy"))
    return comingDate(text.replace(ORDINAL, "$1"), context);
  return period(text, context.today) ?? dayOfThisMonth(text, context.today);
}

function shortDay(
  text: string,
  phrase: readonly LineWord[],
  words: LineWords,
  context: DayContext,
  timed: boolean,
): string | null {
  if (!SHORT.test(text)) return null;
  const first = phrase[0]?.index ?? 0;
  const before = words.all[first - 1];
  const led = before !== undefined && SHORT_LEADS.has(before.folded);
  const beforeTime = timed && words.taken.has(first + 1);
  return led || beforeTime ? readDate(text, context.today, context.order) : null;
}

/** As the date fields read it; a day without a year that has passed is the one of next year. */
function comingDate(text: string, { today, order }: DayContext): string | null {
  const date = readDate(text, today, order);
  if (date === null || date >= today) return date;
  return /\d{4}|\/\d{2}$/.test(text.replace(/^\d{1,2}\/\d{1,2}$/, "")) ? date : inNextYear(date);
}

function inNextYear(date: string): string | null {
  const next = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
  return isCalendarDate(next) ? next : null;
}

function period(text: string, today: string): string | null {
  const [, after, before] = NEXT.exec(text) ?? [];
  const named = after ?? before;
  if (named === "semana" || named === "week") return readDate("segunda", today, "ymd");
  if (named === "mes" || named === "month") return firstOfNextMonth(today);
  if (named !== undefined) return readDate(named, today, "ymd");
  if (/^(the )?day after tomorrow$/.test(text)) return addDays(today, 2);
  if (/^(fim do mes|(the )?end of (the )?month)$/.test(text))
    return addDays(firstOfNextMonth(today), -1);
  return null;
}

function firstOfNextMonth(today: string): string {
  return `${addDays(`${today.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
}

/** "dia 15", "the 15th": of this month, or of the first one that has it still to come. */
function dayOfThisMonth(text: string, today: string): string | null {
  const [, inPortuguese, inEnglish] = THIS_DAY.exec(text) ?? [];
  const day = (inPortuguese ?? inEnglish)?.padStart(2, "0");
  if (day === undefined) return null;
  let month = today.slice(0, 7);
  for (let tries = 0; tries < 4; tries += 1) {
    const date = `${month}-${day}`;
    if (isCalendarDate(date) && date >= today) return date;
    month = firstOfNextMonth(`${month}-01`).slice(0, 7);
  }
  return null;
}
