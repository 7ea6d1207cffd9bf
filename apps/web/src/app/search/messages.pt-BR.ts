import type { search as english } from "./messages.en.js";

/** A busca em registros de todos os tipos: o que a paleta encontra, e a página. */
export const search: Record<keyof typeof english, string> = {
  "search.title": "Busca",
  "search.titleOf": "Resultados para “{text}”",
  "search.field": "Buscar em todos os registros",
  "search.placeholder": "Nome, título, número, CNPJ/CPF, e-mail ou telefone",
  "search.type": "Tipo",
  "search.allTypes": "Todos os tipos",
  "search.results": "Resultados",
  "search.recent": "Clientes abertos há pouco",
  "search.all": "Todos os resultados para “{text}”",
  "search.none": "Nada encontrado para “{text}”.",
  "search.noneHint": "Confira a grafia ou busque só uma parte.",
  "search.hint":
    "A busca olha clientes, contatos, projetos, tarefas, negócios, documentos e arquivos.",
  "search.most":
    "Só os {count} melhores resultados estão na lista. Acrescente uma palavra para achar outros.",
  "search.failed": "A busca falhou.",
};
