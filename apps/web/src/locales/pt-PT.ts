import type { CommonKey } from "./en.js";
import { ptBR } from "./pt-BR.js";
import { contacts } from "./pt-PT/contacts.js";
import { customerList } from "./pt-PT/customerList.js";
import { customers } from "./pt-PT/customers.js";
import { deals } from "./pt-PT/deals.js";
import { documents } from "./pt-PT/documents.js";
import { entry } from "./pt-PT/entry.js";
import { fields } from "./pt-PT/fields.js";
import { grid } from "./pt-PT/grid.js";
import { invoices } from "./pt-PT/invoices.js";
import { profile } from "./pt-PT/profile.js";
import { projects } from "./pt-PT/projects.js";
import { shell } from "./pt-PT/shell.js";
import { tasks } from "./pt-PT/tasks.js";
import { ui } from "./pt-PT/ui.js";

/** The catalogue for Portugal: Brazil's, but for what is said otherwise there. */
export const ptPT: Record<CommonKey, string> = {
  ...ptBR,
  ...contacts,
  ...customerList,
  ...customers,
  ...deals,
  ...documents,
  ...entry,
  ...fields,
  ...grid,
  ...invoices,
  ...profile,
  ...projects,
  ...shell,
  ...tasks,
  ...ui,
};
