import type { privacy as english } from "./messages.en.js";

/** Forgetting a person. */
export const privacy: Record<keyof typeof english, string> = {
  "privacy.title": "Apagar dados pessoais",
  "privacy.erase": "Apagar",
  "privacy.erased": "Os dados pessoais foram apagados.",
  "privacy.forGood":
    "Isto apaga os dados pessoais deste cliente e dos clientes mesclados com ele. Não pode ser desfeito.",
  "privacy.whatGoes": "O que é apagado",
  "privacy.whatStays": "O que é mantido",
  "privacy.goes.customer":
    "Nomes, CNPJ/CPF, e-mail, telefone, site, endereço, etiquetas, observações e IDs em outros sistemas",
  "privacy.goes.people": "Todos os contatos e endereços adicionais",
  "privacy.goes.texts": "Notas e descrições de negócios, projetos, tarefas e lançamentos de horas",
  "privacy.goes.history": "Todos esses valores no histórico",
  "privacy.goes.imports": "Linhas importadas para este cliente e todas as exportações concluídas",
  "privacy.stays.customer": "Número, situação, país, moeda, prazo de pagamento e responsável",
  "privacy.stays.documents": "Orçamentos, pedidos e faturas, por inteiro",
  "privacy.stays.work":
    "Negócios, projetos, tarefas e lançamentos de horas; quem fez o quê e quando",
  "privacy.files":
    "{count, plural, one {Excluir também o arquivo} other {Excluir também os # arquivos}}",
  "privacy.typeName": "Para confirmar, digite o nome: {name}",
};
