import type { trash as english } from "./messages.en.js";

/** Registros excluídos, na lixeira. */
export const trash: Record<keyof typeof english, string> = {
  "trash.title": "Lixeira",
  "trash.hint":
    "Registros excluídos podem ser restaurados por 30 dias. Um cliente ou projeto volta com tudo o que tem.",
  "trash.none": "A lixeira está vazia.",
  "trash.back": "Voltar aos clientes",
  "trash.failed": "Não foi possível carregar a lixeira.",
  "trash.deletedAt": "Excluído em",
  "trash.restore": "Restaurar",
  "trash.restored": "Você restaurou “{name}”.",
  "profile.inTrash": "{name} foi excluído em {when} e está na lixeira.",
  "profile.restoreDeleted": "Restaurar",
  "trash.type.Customer": "Cliente",
  "trash.type.Address": "Endereço",
  "trash.type.Contact": "Contato",
  "trash.type.File": "Arquivo",
  "trash.type.Project": "Projeto",
  "trash.type.Task": "Tarefa",
  "trash.type.TimeEntry": "Lançamento de horas",
  "trash.type.Deal": "Negócio",
  "trash.type.Quote": "Orçamento",
  "trash.type.Order": "Pedido",
  "trash.type.Invoice": "Fatura",
  "trash.type": "Tipo",
  "trash.allTypes": "Todos os tipos",
  "trash.customer": "Cliente",
  "trash.restoreOne": "Restaurar {name}",
};
