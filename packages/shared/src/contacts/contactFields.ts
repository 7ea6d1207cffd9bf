import { z } from "zod";
import { line, paragraphs } from "../records/fieldRules.js";
import { emailRuling, phoneRuling } from "../values/contactRules.js";
import { optional, textRule } from "../values/textRules.js";

/** The rules of the fields of a person at a customer. */
export const contactFields = {
  name: line(200),
  jobTitle: optional(line(200)),
  email: optional(textRule(emailRuling)),
  phone: optional(textRule(phoneRuling)),
  isPrimary: z.boolean({ error: "invalid_type" }),
  notes: optional(paragraphs(10_000)),
};
