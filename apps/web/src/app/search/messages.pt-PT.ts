import type { search as english } from "./messages.en.js";

/** Onde Portugal o diz de outra forma. */
export const search: Partial<Record<keyof typeof english, string>> = {
  "search.title": "Pesquisa",
  "search.field": "Pesquisar em todos os registos",
  "search.placeholder": "Nome, título, número, NIF, e-mail ou telefone",
  "search.recent": "Clientes abertos recentemente",
  "search.noneHint": "Verifique a ortografia ou pesquise só uma parte.",
  "search.hint":
    "São pesquisados clientes, contactos, projetos, tarefas, oportunidades, documentos e ficheiros.",
  "search.most":
    "Só os {count} melhores resultados estão na lista. Acrescente uma palavra para encontrar outros.",
  "search.failed": "A pesquisa falhou.",
};
