import { z } from "zod";
import { paragraphs, recordId } from "../records/fieldRules.js";

/** How many people one note can mention. */
export const MAX_MENTIONS = 20;

/** The rules of a note's fields; who is mentioned twice is mentioned once. */
export const noteFields = {
  text: paragraphs(10_000),
  mentionIds: z
    .array(recordId)
    .max(MAX_MENTIONS)
    .transform((ids) => [...new Set(ids)]),
};
