import type { ui as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const ui: Partial<Record<keyof typeof english, string>> = {
  "ui.copyFailed": "O navegador não copiou. Selecione e copie por si.",
  "ui.breadcrumbs": "Onde está",
  "ui.copyRequestId": "Copiar id do pedido",
  "ui.notSaved": "Não foi possível guardar. O seu texto continua aqui.",
  "ui.requestId": "Id do pedido",
  "ui.retry": "Tentar novamente",
  "ui.undo": "Anular",
  "ui.conflictTitle": "Outra pessoa guardou primeiro",
  "ui.conflictTheirs": "Guardado por {who}",
  "ui.conflictSave": "Guardar a escolha",
  "ui.save": "Guardar",
  "ui.nextMonth": "Mês seguinte",
  "ui.delete": "Eliminar",
  "ui.deleted": "“{name}” foi eliminado.",
  "ui.notDone": "Não resultou. Tente novamente.",
  "ui.gone": "Este registo foi entretanto eliminado.",
  "ui.all": "Tudo",
  "ui.changeStatus": "{name}: {status}. Mudar estado",
  "ui.numberMissing": "Indique um número.",
  "ui.draftRestored": "Isto é o que escreveu e não guardou.",
  "ui.noConnection": "Não há ligação à internet.",
  "ui.noAnswer": "O servidor não responde. Tente novamente dentro de momentos.",
  "ui.dateMissing": "Indique uma data.",
  "ui.deleteNamed": "Eliminar {name}",
};
