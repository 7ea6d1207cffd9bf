import type { MessageKey } from "./en.js";
import { ptBR } from "./pt-BR.js";
import { contacts } from "./pt-PT/contacts.js";
import { customerList } from "./pt-PT/customerList.js";
import { customers } from "./pt-PT/customers.js";
import { developers } from "./pt-PT/developers.js";
import { entry } from "./pt-PT/entry.js";
import { fields } from "./pt-PT/fields.js";
import { grid } from "./pt-PT/grid.js";
import { profile } from "./pt-PT/profile.js";
import { settings } from "./pt-PT/settings.js";
import { shell } from "./pt-PT/shell.js";
import { ui } from "./pt-PT/ui.js";

/** The catalogue for Portugal: Brazil's, but for what is said otherwise there. */
export const ptPT: Record<MessageKey, string> = {
  ...ptBR,
  ...customerList,
  ...developers,
  ...entry,
  ...fields,
  ...grid,
  ...profile,
  ...settings,
  ...shell,
  ...contacts,
  ...customers,
  ...ui,
};
