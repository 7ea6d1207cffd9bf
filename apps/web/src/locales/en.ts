import { contacts } from "./en/contacts.js";
import { customerList } from "./en/customerList.js";
import { customers } from "./en/customers.js";
import { developers } from "./en/developers.js";
import { entry } from "./en/entry.js";
import { fields } from "./en/fields.js";
import { grid } from "./en/grid.js";
import { profile } from "./en/profile.js";
import { settings } from "./en/settings.js";
import { shell } from "./en/shell.js";
import { ui } from "./en/ui.js";

/** The English catalogue; its keys are the keys of all languages. */
export const en = {
  ...customerList,
  ...customers,
  ...developers,
  ...entry,
  ...fields,
  ...grid,
  ...profile,
  ...settings,
  ...shell,
  ...contacts,
  ...ui,
} as const;

/** A key of the catalogue. */
export type MessageKey = keyof typeof en;
