import { readDecimal, writeDecimal } from "../../i18n/decimal.js";
import type { Language } from "../../i18n/language.js";

/** Reads a time as people type it, "1:30", "1h30", "1,5" or "90 min", and gives its minutes. */
export function readDuration(text: string, language: Language): number | null {
  const typed = text.trim().toLowerCase();
  const clock = /^(\d{1,2})\s*[:h]\s*([0-5]?\d)?\s*(?:m|min)?$/.exec(typed);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2] ?? 0);
  const minutes = /^(\d+)\s*(?:m|min)$/.exec(typed);
  if (minutes) return Number(minutes[1]);
  if (typed.includes(":")) return null;
  const hours = readDecimal(typed.replace(/h$/, ""), language);
  return hours === null ? null : Math.round(Number(hours) * 60);
}

/** Minutes as a field shows them: "1:30". */
export function writeDuration(minutes: number, language: Language): string {
  if (minutes % 60 === 0) return writeDecimal(String(minutes / 60), language);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
