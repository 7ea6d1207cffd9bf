import type { CommonKey } from "./en.js";
import { contacts } from "./pt-BR/contacts.js";
import { customerList } from "./pt-BR/customerList.js";
import { customers } from "./pt-BR/customers.js";
import { deals } from "./pt-BR/deals.js";
import { documents } from "./pt-BR/documents.js";
import { entry } from "./pt-BR/entry.js";
import { fields } from "./pt-BR/fields.js";
import { files } from "./pt-BR/files.js";
import { grid } from "./pt-BR/grid.js";
import { invoices } from "./pt-BR/invoices.js";
import { issues } from "./pt-BR/issues.js";
import { newCustomer } from "./pt-BR/newCustomer.js";
import { orders } from "./pt-BR/orders.js";
import { profile } from "./pt-BR/profile.js";
import { projects } from "./pt-BR/projects.js";
import { quotes } from "./pt-BR/quotes.js";
import { shell } from "./pt-BR/shell.js";
import { tasks } from "./pt-BR/tasks.js";
import { time } from "./pt-BR/time.js";
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
  ...files,
  ...grid,
  ...invoices,
  ...issues,
  ...newCustomer,
  ...orders,
  ...profile,
  ...projects,
  ...quotes,
  ...shell,
  ...tasks,
  ...time,
  ...ui,
};
