import type { ui as english } from "../en/ui.js";

/** The words of the building blocks in `src/ui`. */
export const ui: Record<keyof typeof english, string> = {
  "ui.add": "Adicionar",
  "ui.anywhere": "Em qualquer lugar",
  "ui.breadcrumbs": "Onde você está",
  "ui.clear": "Limpar",
  "ui.close": "Fechar",
  "ui.copied": "Copiado",
  "ui.copyRequestId": "Copiar id da requisição",
  "ui.editField": "{label}: {value}. Editar",
  "ui.empty": "vazio",
  "ui.messages": "Mensagens",
  "ui.notSaved": "Não foi possível salvar. Seu texto continua aqui.",
  "ui.nothingFound": "Nada encontrado",
  "ui.optional": "(opcional)",
  "ui.requestId": "Id da requisição",
  "ui.retry": "Tentar de novo",
  "ui.shortcuts": "Atalhos de teclado",
  "ui.showPassword": "Mostrar ou ocultar a senha",
  "ui.singleKeys": "Atalhos de uma só tecla",
  "ui.undo": "Desfazer",
};
