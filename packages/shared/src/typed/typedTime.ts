const TIME = /^(\d{1,2})(?:\s*[:h.]\s*(\d{2}))?\s*(h|am|pm)?$/i;
const DIGITS = /^(\d{1,2})(\d{2})$/;

/** A time of day as people type it ("9", "9:30", "9h30", "0930", "9 pm"), as `09:30`; null where it is none. */
export function readTime(text: string): string | null {
  const typed = text.trim();
  const [, hourText, minuteText = "0", half] = DIGITS.exec(typed) ?? TIME.exec(typed) ?? [];
  if (hourText === undefined) return null;
  const afternoon = half?.toLowerCase() === "pm";
  const named = Number(hourText);
  if ((afternoon || half?.toLowerCase() === "am") && (named < 1 || named > 12)) return null;
  const hour = half && half.toLowerCase() !== "h" ? (named % 12) + (afternoon ? 12 : 0) : named;
  const minute = Number(minuteText);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
