import type { trash as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const trash: Partial<Record<keyof typeof english, string>> = {
  "trash.title": "Lixo",
  "trash.hint":
    "Os clientes eliminados podem ser restaurados durante 30 dias, com todos os seus registos.",
  "trash.none": "O lixo está vazio.",
  "trash.failed": "Não foi possível carregar o lixo.",
  "trash.deletedAt": "Eliminado em",
  "profile.inTrash": "{name} foi eliminado em {when} e está no lixo.",
};
