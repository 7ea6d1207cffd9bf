import { z } from "zod";
import { line, paragraphs } from "./fieldRules.js";
import { emailRuling, phoneRuling } from "./fields.js";
import { optional, textRule } from "./textRules.js";

/** The rules of the fields of a person at a customer. */
export const contactFields = {
  name: line(200),
  jobTitle: optional(line(200)),
  email: optional(textRule(emailRuling)),
  phone: optional(textRule(phoneRuling)),
  isPrimary: z.boolean({ error: "invalid_type" }),
  notes: optional(paragraphs(10_000)),
};
