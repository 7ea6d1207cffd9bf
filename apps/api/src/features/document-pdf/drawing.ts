import { LOCALES } from "@clientela/shared/values/locales";
import { z } from "zod";

/** What a file takes of what a person or key may have under way at once (`CONCURRENT_COST_LIMIT`). */
export const DRAWING_COST = 50_000;

/** The media type of PDFs. */
export const PDF_TYPE = "application/pdf";

/** How PDFs are shown: browsers do not show one in a sandbox; their viewers run no script of the document in our origin. */
export const PDF_HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'",
  "x-content-type-options": "nosniff",
};

/** The language of a file, where the URL chooses one. */
export const languageQuery = z.object({ language: z.enum(LOCALES, "not_in_list").optional() });
