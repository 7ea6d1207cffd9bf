import type { trash as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const trash: Partial<Record<keyof typeof english, string>> = {
  "trash.title": "Lixo",
  "trash.hint":
    "Os registos eliminados podem ser restaurados durante 30 dias. Um cliente ou projeto volta com tudo o que tem.",
  "trash.none": "O lixo está vazio.",
  "trash.failed": "Não foi possível carregar o lixo.",
  "trash.deletedAt": "Eliminado em",
  "profile.inTrash": "{name} foi eliminado em {when} e está no lixo.",
  "trash.type.Deal": "Oportunidade",
  "trash.type.Address": "Morada",
  "trash.type.Contact": "Contacto",
  "trash.type.File": "Ficheiro",
  "trash.type.Order": "Encomenda",
  "trash.restored": "Restaurou “{name}”.",
  "trash.type.TimeEntry": "Registo de horas",
};
