import sql, { raw } from "sql-template-tag";
import { tableOf } from "../../../platform/database/columns.js";
import type { Eraser } from "../../../platform/records/eraser.js";

/**
 * Erases a free text that may hold personal data and keeps the record: what was done, when, by
 * whom and for how much.
 */
export function eraseTexts(type: new () => object, text: "notes" | "description" | "note"): Eraser {
  const column = raw(`"${text}"`);
  return {
    history: () => ({ [type.name]: [text] }),
    async erase({ db }, { recordIds }) {
      await db.execute(sql`
        UPDATE ${raw(`"${tableOf(type)}"`)} r
        SET ${column} = NULL, updated_at = now(), version = r.version + 1
        WHERE r.customer_id = ANY(${[...recordIds]}::uuid[]) AND r.${column} IS NOT NULL`);
    },
  };
}
