import type { IssueCode } from "../messages/issueMessages.js";
import type { KindLetter } from "../row.js";

/** A cell's text with what it is and what is wrong with it. */
export interface CellText {
  text: string;
  kind: KindLetter;
  issue?: IssueCode;
}

const DAY_SECONDS = 86_400;
const MS_PER_DAY = 86_400_000;
/** 9999-12-31, the last day of the spreadsheets' calendar, as a serial of the 1900 system. */
const LAST_SERIAL = 2_958_465;
/** Days between the two systems. */
const OFFSET_1904 = 1_462;

/**
 * The date, time or duration that a serial number stands for, as ISO text (ECMA-376 18.17.4). In the
 * 1900 system serial 60 is 29 February 1900, a day that never was: it is shown and marked. Serials
 * before the calendar stay numbers and are marked.
 */
export function serialDate(
  raw: string,
  shows: "date" | "time" | "dateTime" | "duration",
  is1904: boolean,
): CellText {
  const serial = Number(raw);
  if (shows === "duration") return duration(serial);
  let days = Math.floor(serial);
  let seconds = Math.round((serial - days) * DAY_SECONDS);
  if (seconds >= DAY_SECONDS) {
    days += 1;
    seconds = 0;
  }
  const last = is1904 ? LAST_SERIAL - OFFSET_1904 : LAST_SERIAL;
  if (!Number.isFinite(serial) || serial < 0 || days > last) {
    return { text: raw, kind: "n", issue: "dateOutOfRange" };
  }
  if (days === 0 && (shows !== "date" || seconds > 0) && !is1904) {
    return { text: clock(seconds), kind: "d", issue: "timeWithoutDate" };
  }
  if (days === 0 && shows === "time") {
    return { text: clock(seconds), kind: "d", issue: "timeWithoutDate" };
  }
  if (!is1904 && days === 0) return { text: "1900-01-00", kind: "d", issue: "dateDoesNotExist" };
  const date = is1904 ? isoDay(Date.UTC(1904, 0, 1), days) : day1900(days);
  const text = shows === "date" || seconds === 0 ? date : `${date}T${clock(seconds)}`;
  return !is1904 && days === 60
    ? { text, kind: "d", issue: "dateDoesNotExist" }
    : { text, kind: "d" };
}

/** In the 1900 system the days up to 60 count from one epoch and the later ones from the day before. */
function day1900(days: number): string {
  if (days === 60) return "1900-02-29";
  return isoDay(Date.UTC(1899, 11, days < 60 ? 31 : 30), days);
}

function isoDay(epoch: number, days: number): string {
  return new Date(epoch + days * MS_PER_DAY).toISOString().slice(0, 10);
}

function clock(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function duration(serial: number): CellText {
  if (!Number.isFinite(serial)) return { text: String(serial), kind: "n", issue: "dateOutOfRange" };
  const seconds = Math.round(Math.abs(serial) * DAY_SECONDS);
  return { text: `${serial < 0 && seconds > 0 ? "-" : ""}${clock(seconds)}`, kind: "t" };
}

/** A date that is written out (`t="d"`, OpenDocument), cut to the day where it is midnight. */
export function isoDate(value: string): CellText {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      value.trim(),
    );
  if (!match) return { text: value, kind: "t" };
  const [, day = "", minutes, seconds = "00", zone = ""] = match;
  const parsed = new Date(`${day}T00:00:00Z`);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
  const time =
    minutes === undefined || (`${minutes}:${seconds}` === "00:00:00" && zone === "")
      ? ""
      : `T${minutes}:${seconds}${zone}`;
  const text = day + time;
  return exists ? { text, kind: "d" } : { text, kind: "d", issue: "dateDoesNotExist" };
}
