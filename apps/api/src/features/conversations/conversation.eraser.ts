import sql from "sql-template-tag";
import type { Eraser } from "../../platform/records/eraser.js";

/** That and when somebody spoke with the person is kept; what was said, and with whom, is erased. */
export const conversationEraser: Eraser = {
  history: () => ({
    Conversation: ["subject", "text", "outcome", "contactIds", "externalIds"],
  }),
  async erase({ db }, { recordIds }) {
    await db.execute(sql`
      UPDATE conversations r
      SET subject = NULL, text = NULL, outcome = NULL, contact_ids = '{}', updated_at = now(), version = r.version + 1
      WHERE r.customer_id = ANY(${[...recordIds]}::uuid[])`);
  },
};
