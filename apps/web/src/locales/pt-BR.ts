import type { CommonKey } from "./en.js";
import { contacts } from "./pt-BR/contacts.js";
import { customerList } from "./pt-BR/customerList.js";
import { customers } from "./pt-BR/customers.js";
import { deals } from "./pt-BR/deals.js";
import { documents } from "./pt-BR/documents.js";
import { entry } from "./pt-BR/entry.js";
import { fields } from "./pt-BR/fields.js";
import { grid } from "./pt-BR/grid.js";
import { invoices } from "./pt-BR/invoices.js";
import { profile } from "./pt-BR/profile.js";
import { projects } from "./pt-BR/projects.js";
import { shell } from "./pt-BR/shell.js";
import { tasks } from "./pt-BR/tasks.js";
import { ui } from "./pt-BR/ui.js";

/** The catalogue for Brazil. */
export const ptBR: Record<CommonKey, string> = {
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
