import { readDecimal, writeDecimal } from "./decimal.js";
import type { Language } from "./language.js";

const CLOCK = /^(\d{1,4}):([0-5]?\d)$/;
const HOURS = String.raw`(?:h|hs|hr|hrs|hora|horas|hour|hours)\.?`;
const MINUTES = String.raw`(?:m|min|mins|minuto|minutos|minute|minutes)\.?`;
const PARTS = new RegExp(
  String.raw`^(?:(\d{1,4}) ?${HOURS})(?: ?(?:e |and )?([0-5]?\d) ?(?:${MINUTES})?)?$`,
);
const ONLY_MINUTES = new RegExp(String.raw`^(\d{1,5}) ?${MINUTES}$`);
const ONLY_HOURS = new RegExp(String.raw`^(.*\d) ?${HOURS}$`);

/**
 * Reads a time as people type it, "1:30", "1h30", "2 h 15 min", "1,5", "1.5h" or "90 min", and gives its minutes, rounded to whole ones.
 * Null for what is no time.
 */
export function readDuration(text: string, language: Language): number | null {
  const typed = text.trim().toLowerCase().replace(/\s+/g, " ");
  const parts = CLOCK.exec(typed) ?? PARTS.exec(typed);
  if (parts) return Number(parts[1]) * 60 + Number(parts[2] ?? 0);
  const minutes = ONLY_MINUTES.exec(typed);
  if (minutes) return Number(minutes[1]);
  const hours = readDecimal(ONLY_HOURS.exec(typed)?.[1] ?? typed, language);
  return hours === null ? null : Math.round(Number(hours) * 60);
}

/** Minutes as a field shows them: "1:30", and "12" for whole hours. */
export function writeDuration(minutes: number, language: Language): string {
  if (minutes % 60 === 0) return writeDecimal(String(minutes / 60), language);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
