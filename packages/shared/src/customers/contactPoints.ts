import { z } from "zod";
import { line } from "../records/fieldRules.js";
import { optional, textRule } from "../values/textRules.js";
import { emailRuling, phoneRuling } from "./fields.js";

/** The most e-mail addresses, and the most phones, that a customer or contact can have, the main one included. */
export const MAX_CONTACT_POINTS = 20;

/** The longest label of an e-mail address or phone, in characters. */
export const MAX_LABEL = 40;

/** Labels that are shown in the reader's language; any other text is shown as it is. */
export const COMMON_LABELS = ["work", "home", "mobile", "billing", "other"] as const;

/** A common label in small letters, however it was written; any other label as it is. */
export function storedLabel(label: string): string {
  const small = label.toLowerCase();
  return COMMON_LABELS.find((common) => common === small) ?? label;
}

const label = optional(line(MAX_LABEL).transform(storedLabel));

/** The rules of a list of e-mail addresses; the first is the main one. */
export const emailList = z
  .array(z.object({ address: textRule(emailRuling), label }), "invalid_type")
  .max(MAX_CONTACT_POINTS, "too_many");

/** The rules of a list of phones; the first is the main one. */
export const phoneList = z
  .array(z.object({ number: textRule(phoneRuling), label }), "invalid_type")
  .max(MAX_CONTACT_POINTS, "too_many");
