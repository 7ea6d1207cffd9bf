import type { inbox as english } from "./messages.en.js";

/** What a person is told of. */
export const inbox: Record<keyof typeof english, string> = {
  "inbox.open":
    "Caixa de entrada, {count, plural, =0 {nada por ler} one {# por ler} other {# por ler}}",
  "inbox.show": "Quais avisos",
  "inbox.all": "Todos",
  "inbox.unread": "Por ler",
  "inbox.markAll": "Marcar tudo como lido",
  "inbox.markRead": "Marcar como lido",
  "inbox.markUnread": "Marcar como não lido",
  "inbox.mute": "Silenciar {name}",
  "inbox.muted": "Você não receberá mais avisos de {name}.",
  "inbox.failed": "Não foi possível carregar a caixa de entrada.",
  "inbox.none": "Ninguém mencionou você nem lhe passou uma tarefa ainda.",
  "inbox.allRead": "Tudo lido.",
  "inbox.files": "Importações e exportações",
  "inbox.program": "Um programa",
  "inbox.assigned": "{name} passou uma tarefa para você",
  "inbox.mentioned": "{name} mencionou você em uma nota",
  "inbox.importDone": "Sua importação terminou",
  "inbox.importFailed": "Sua importação falhou",
  "inbox.exportDone": "Sua exportação está pronta",
  "inbox.exportFailed": "Sua exportação falhou",
};
