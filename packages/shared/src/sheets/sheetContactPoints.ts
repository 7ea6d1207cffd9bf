import { labelRuling, MAX_CONTACT_POINTS } from "../records/contactPoints.js";
import { emailRuling, phoneRuling } from "../values/contactRules.js";
import { isBlank, type Ruling } from "../values/textRules.js";
import { splitTags } from "./sheetTags.js";

/** An e-mail address or phone in a cell of further ones, with its label if it has one. */
export interface WrittenPoint {
  value: string;
  label: string | null;
}

// Labels have no brackets, so the last ones hold the label; empty ones say that those before belong to the value.
const LABELED = /^(.*\S)\s+\(([^()]*)\)$/;
const LONGEST = 10_000;

/** Writes an e-mail address or phone with its label in brackets. */
export function writePoint({ value, label }: WrittenPoint): string {
  return label === null && !LABELED.test(value) ? value : `${value} (${label ?? ""})`;
}

/** Reads what `writePoint` writes. */
export function readPoint(text: string): WrittenPoint {
  const [, value = text, label = ""] = LABELED.exec(text) ?? [];
  return { value, label: isBlank(label) ? null : label };
}

function pointRuling(type: "emails" | "phones", text: string): Ruling<string> {
  const { value, label } = readPoint(text);
  const read = type === "emails" ? emailRuling(value) : phoneRuling(value);
  if ("issue" in read) return read;
  if (label === null) return { value: writePoint({ value: read.value, label }) };
  const named = labelRuling(label);
  return "issue" in named
    ? named
    : { value: writePoint({ value: read.value, label: named.value }) };
}

/** Reads the e-mail addresses or phones in a cell of further ones: separated as tags are, each with its label in brackets. */
export function readPoints(type: "emails" | "phones", text: string): Ruling<string[]> {
  if (text.length > LONGEST) return { issue: "too_long", params: { max: LONGEST } };
  const points: string[] = [];
  for (const part of splitTags(text).filter((one) => !isBlank(one))) {
    const read = pointRuling(type, part);
    if ("issue" in read) return read;
    points.push(read.value);
  }
  const max = MAX_CONTACT_POINTS - 1;
  return points.length > max ? { issue: "too_many", params: { max } } : { value: points };
}
