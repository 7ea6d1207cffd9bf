import { entry } from "../app/entry/messages.pt-PT.js";
import { shell } from "../app/shell/messages.pt-PT.js";
import { customerList } from "../features/customers/list/messages.pt-PT.js";
import { customers } from "../features/customers/messages.pt-PT.js";
import { grid } from "../ui/grid/messages.pt-PT.js";
import { ui } from "../ui/messages.pt-PT.js";
import type { CommonKey } from "./en.js";
import { ptBR } from "./pt-BR.js";
import { fields } from "./pt-PT/fields.js";

/** The catalogue for Portugal: Brazil's, but for what is said otherwise there. */
export const ptPT: Record<CommonKey, string> = {
  ...ptBR,
  ...customerList,
  ...customers,
  ...entry,
  ...fields,
  ...grid,
  ...shell,
  ...ui,
};
