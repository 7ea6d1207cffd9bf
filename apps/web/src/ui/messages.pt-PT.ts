import type { ui as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const ui: Partial<Record<keyof typeof english, string>> = {
  "ui.breadcrumbs": "Caminho de navegação",
  "ui.copyRequestId": "Copiar ID do pedido",
  "ui.notSaved": "Não foi possível guardar. O que escreveu continua aqui.",
  "ui.requestId": "ID do pedido",
  "ui.retry": "Tentar novamente",
  "ui.undo": "Anular",
  "ui.conflictTitle": "Outra pessoa alterou este registo",
  "ui.conflictTheirs": "Guardado por {who}",
  "ui.conflictSave": "Guardar seleção",
  "ui.save": "Guardar",
  "ui.nextMonth": "Mês seguinte",
  "ui.delete": "Eliminar",
  "ui.deleted": "Eliminou “{name}”.",
  "ui.notDone": "Algo correu mal. Tente novamente.",
  "ui.draftRestored": "As suas alterações não guardadas foram repostas.",
  "ui.noConnection": "Não há ligação à internet.",
  "ui.noResponse": "O servidor não está a responder. Tente novamente dentro de momentos.",
  "ui.deleteNamed": "Eliminar {name}",
  "ui.conflictMine": "A sua versão",
  "ui.notANumber": "Indique um número, como {example}.",
  "ui.notADuration": "Indique um tempo, como 2h30, 1:30 ou 1,5.",
  "ui.notADate": "Indique uma data, como {example}, “amanhã” ou “em 10 dias”.",
  "ui.notFound": "Este registo já não existe.",
  "ui.gone": "Este registo foi eliminado.",
};
