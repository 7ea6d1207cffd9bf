import type { inbox as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const inbox: Partial<Record<keyof typeof english, string>> = {
  "inbox.muted": "Não receberá mais avisos de {name}.",
  "inbox.none": "Ainda ninguém o mencionou nem lhe passou uma tarefa.",
  "inbox.assigned": "{name} passou-lhe uma tarefa",
  "inbox.mentioned": "{name} mencionou-o numa nota",
  "inbox.importDone": "A sua importação terminou",
  "inbox.importFailed": "A sua importação falhou",
  "inbox.exportDone": "A sua exportação está pronta",
  "inbox.exportFailed": "A sua exportação falhou",
};
