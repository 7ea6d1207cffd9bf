import type { trash as english } from "./messages.en.js";

/** Clientes na lixeira. */
export const trash: Record<keyof typeof english, string> = {
  "trash.title": "Lixeira",
  "trash.hint":
    "Clientes excluídos podem ser restaurados por 30 dias, com todos os seus registros.",
  "trash.none": "A lixeira está vazia.",
  "trash.back": "Voltar aos clientes",
  "trash.failed": "Não foi possível carregar a lixeira.",
  "trash.deletedAt": "Excluído em",
  "trash.restore": "Restaurar",
  "trash.restored": "“{name}” foi restaurado.",
  "profile.inTrash": "{name} foi excluído em {when} e está na lixeira.",
  "profile.restoreDeleted": "Restaurar",
};
