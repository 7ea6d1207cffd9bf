import { Any } from "typeorm";
import type { Eraser } from "../../platform/records/eraser.js";
import { Contact } from "./contact.entity.js";

/** The columns of a contact that hold personal data. */
const PERSONAL_FIELDS = [
  "name",
  "jobTitle",
  "email",
  "emailLabel",
  "furtherEmails",
  "phone",
  "phoneLabel",
  "furtherPhones",
  "notes",
] as const;

/** Contacts are nothing but a person's data: they go, those in the trash too. */
export const contactEraser: Eraser = {
  history: () => ({ Contact: [...PERSONAL_FIELDS, "externalIds"] }),
  async erase({ db }, { recordIds }) {
    await db.manager.delete(Contact, { customerId: Any([...recordIds]) });
  },
};
