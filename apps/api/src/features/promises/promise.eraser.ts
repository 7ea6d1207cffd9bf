import sql from "sql-template-tag";
import type { Eraser } from "../../platform/records/eraser.js";

/** How much was promised, and when, is kept; who said it, and what was written down of it, is erased. */
export const promiseEraser: Eraser = {
  history: () => ({ PromiseToPay: ["note", "contactId", "externalIds"] }),
  async erase({ db }, { recordIds }) {
    await db.execute(sql`
      UPDATE promises_to_pay r SET note = NULL, contact_id = NULL, updated_at = now(), version = r.version + 1
      WHERE r.customer_id = ANY(${[...recordIds]}::uuid[]) AND (r.note IS NOT NULL OR r.contact_id IS NOT NULL)`);
  },
};
