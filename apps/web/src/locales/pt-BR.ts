import { entry } from "../app/entry/messages.pt-BR.js";
import { shell } from "../app/shell/messages.pt-BR.js";
import { customerList } from "../features/customers/list/messages.pt-BR.js";
import { customers } from "../features/customers/messages.pt-BR.js";
import { grid } from "../ui/grid/messages.pt-BR.js";
import { ui } from "../ui/messages.pt-BR.js";
import type { CommonKey } from "./en.js";
import { fields } from "./pt-BR/fields.js";

/** The catalogue for Brazil. */
export const ptBR: Record<CommonKey, string> = {
  ...customerList,
  ...customers,
  ...entry,
  ...fields,
  ...grid,
  ...shell,
  ...ui,
};
