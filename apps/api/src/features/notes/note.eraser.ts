import { Any } from "typeorm";
import type { Eraser } from "../../platform/records/eraser.js";
import { Note } from "./note.entity.js";

/** Notes are free text about a person: they are deleted, those in the trash too. */
export const noteEraser: Eraser = {
  history: () => ({ Note: ["text", "mentionIds", "externalIds"] }),
  async erase({ db }, { recordIds }) {
    await db.manager.delete(Note, { customerId: Any([...recordIds]) });
  },
};
