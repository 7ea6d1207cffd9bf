import { COMMON_LABELS } from "@clientela/shared/records/contactPoints";
import type { Translate } from "../../i18n/useT.js";

/** An e-mail address with its label, as inputs of the API take it. */
export interface EmailValue {
  address: string;
  label: string | null;
}

/** A phone with its label, as inputs of the API take it. */
export interface PhoneValue {
  number: string;
  label: string | null;
}

/** An e-mail address or phone with its label. */
export interface Point {
  value: string;
  label: string | null;
}

/** Either kind of list. */
export type PointKind = "email" | "phone";

/** A label in the reader's language; one that is not common as it is. */
export function labelText(t: Translate, label: string | null): string {
  const common = COMMON_LABELS.find((one) => one === label);
  return common ? t(`record.label.${common}`) : (label ?? "");
}

/** The label that a typed text means: a common one in the reader's language, or the text itself. */
export function labelTyped(t: Translate, text: string): string | null {
  const typed = text.trim().toLocaleLowerCase();
  const common = COMMON_LABELS.find(
    (one) => t(`record.label.${one}`).toLocaleLowerCase() === typed,
  );
  return common ?? (text.trim() || null);
}

/** A point as one text: its value, and its label in brackets. */
export function pointText(t: Translate, { value, label }: Point): string {
  return label === null ? value : `${value} (${labelText(t, label)})`;
}

/** A list of points as one text. */
export const pointsText = (t: Translate, points: readonly Point[]): string =>
  points.map((point) => pointText(t, point)).join(", ");

/** E-mail addresses as the API takes them. */
export const emailValues = (
  entries: readonly { address: string; label?: string | null | undefined }[],
): EmailValue[] => entries.map(({ address, label }) => ({ address, label: label ?? null }));

/** Phones as the API takes them. */
export const phoneValues = (
  entries: readonly { number: string; label?: string | null | undefined }[],
): PhoneValue[] => entries.map(({ number, label }) => ({ number, label: label ?? null }));

/** E-mail addresses as points. */
export const emailPoints = (emails: readonly EmailValue[]): Point[] =>
  emails.map(({ address, label }) => ({ value: address, label }));

/** Phones as points. */
export const phonePoints = (phones: readonly PhoneValue[]): Point[] =>
  phones.map(({ number, label }) => ({ value: number, label }));
