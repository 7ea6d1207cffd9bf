import type { shell as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const shell: Partial<Record<keyof typeof english, string>> = {
  "shell.work": "O meu trabalho",
  "shell.deals": "Oportunidades",
  "shell.importing": "A importar {share}",
  "shell.importPaused": "Importação em pausa nos {share}",
  "shell.skip": "Saltar para o conteúdo",
  "shell.developers": "Programadores",
  "shell.goToDevelopers": "Ir para programadores",
  "shell.settings": "Definições",
  "shell.goToSettings": "Ir para definições",
  "shell.search": "Pesquisar",
  "shell.signOut": "Terminar sessão",
  "shell.palette": "Pesquisa e comandos",
  "shell.paletteFailed": "A pesquisa falhou. Tente novamente.",
  "shell.offline":
    "Está offline. O que escreveu fica guardado; poderá guardar quando a ligação voltar.",
  "shell.loading": "A carregar…",
  "shell.viewerFailed": "Não foi possível carregar a sua conta.",
  "shell.notForYouHint": "O perfil {role} não a pode ver. Peça acesso a um administrador.",
  "shell.notForYou": "Não tem acesso a esta página",
};
