import { z } from "zod";
import { emailRuling, phoneRuling } from "../values/contactRules.js";
import { lineRuling, optional, type Ruling, textRule } from "../values/textRules.js";

/** The most e-mail addresses, and the most phones, that a customer or contact can have, the main one included. */
export const MAX_CONTACT_POINTS = 20;

/** The longest label of an e-mail address or phone, in characters. */
export const MAX_LABEL = 40;

/** Labels that are shown in the reader's language; any other text is shown as it is. */
export const COMMON_LABELS = ["work", "home", "mobile", "billing", "other"] as const;

/**
 * A label: one line without brackets, which spreadsheets write around it. A common one is stored in small letters,
 * however it was written.
 */
export function labelRuling(text: string): Ruling<string> {
  const label = lineRuling(text, MAX_LABEL);
  if ("issue" in label) return label;
  if (/[()]/.test(label.value)) return { issue: "invalid_characters" };
  const small = label.value.toLowerCase();
  return { value: COMMON_LABELS.find((common) => common === small) ?? label.value };
}

const label = optional(textRule(labelRuling));

/** The rules of a list of e-mail addresses; the first is the main one. */
export const emailList = z
  .array(z.object({ address: textRule(emailRuling), label }), "invalid_type")
  .max(MAX_CONTACT_POINTS, "too_many");

/** The rules of a list of phones; the first is the main one. */
export const phoneList = z
  .array(z.object({ number: textRule(phoneRuling), label }), "invalid_type")
  .max(MAX_CONTACT_POINTS, "too_many");
