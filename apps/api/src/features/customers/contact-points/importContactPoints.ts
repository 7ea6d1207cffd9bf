import { labelRuling } from "@clientela/shared/records/contactPoints";
import { readPoint } from "@clientela/shared/sheets/sheetContactPoints";
import type { CellValue } from "@clientela/shared/sheets/sheetValues";
import { type Channel, type ContactPoint, contactPoint, EMAILS, PHONES } from "./contactPoints.js";

const COLUMN_BY_FIELD = {
  emailLabel: "email_label",
  furtherEmails: "further_emails",
  phoneLabel: "phone_label",
  furtherPhones: "further_phones",
} as const satisfies Partial<Record<Channel["label"] | Channel["further"], string>>;

/** The columns that the fields of sheets for labels and further e-mail addresses and phones go into. */
export const contactPointColumns: Readonly<Record<string, string>> = COLUMN_BY_FIELD;

function labelIn(cell: CellValue | null | undefined): string | null {
  if (typeof cell !== "string") return null;
  const label = labelRuling(cell);
  return "value" in label ? label.value : null;
}

function furtherIn(
  cell: CellValue | null | undefined,
  main: string | null,
  stored: (text: string) => string,
): ContactPoint[] {
  const known = new Set(main === null ? [] : [main.toLowerCase()]);
  return (Array.isArray(cell) ? cell : []).flatMap((text) => {
    const { value, label } = readPoint(text);
    const point = contactPoint(stored(value), label);
    const key = point.value.toLowerCase();
    if (known.has(key)) return [];
    known.add(key);
    return [point];
  });
}

/**
 * What a row of a sheet says of the labels of its main e-mail address and phone, and of further ones, by column.
 * `email` and `phone` are the main ones as they are stored; `storedPhone` makes of another phone what is stored.
 */
export function contactPointValues(
  fields: Readonly<Record<string, CellValue | null>>,
  { email, phone }: { email: string | null; phone: string | null },
  storedPhone: (text: string) => string,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { channel, main, stored } of [
    { channel: EMAILS, main: email, stored: (text: string) => text },
    { channel: PHONES, main: phone, stored: storedPhone },
  ]) {
    const label = main === null ? null : labelIn(fields[channel.label]);
    if (label !== null) values[COLUMN_BY_FIELD[channel.label]] = label;
    const further = furtherIn(fields[channel.further], main, stored);
    if (further.length > 0) values[COLUMN_BY_FIELD[channel.further]] = further;
  }
  return values;
}
