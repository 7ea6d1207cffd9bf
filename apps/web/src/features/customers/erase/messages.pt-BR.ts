import type { privacy as english } from "./messages.en.js";

/** Forgetting a person. */
export const privacy: Record<keyof typeof english, string> = {
  "privacy.title": "Apagar dados pessoais",
  "privacy.erase": "Apagar",
  "privacy.erased": "Os dados pessoais foram apagados.",
  "privacy.forGood":
    "A pessoa por trás deste cliente é esquecida, e também a dos clientes mesclados nele. Isto não pode ser desfeito.",
  "privacy.whatGoes": "Apagado",
  "privacy.whatStays": "Mantido",
  "privacy.goes.customer":
    "Nomes, documento, e-mail, telefone, site, endereço, etiquetas, observações, códigos em outros sistemas",
  "privacy.goes.people": "Todos os contatos e demais endereços",
  "privacy.goes.texts": "Notas, e descrições de negócios, projetos, tarefas e horas",
  "privacy.goes.history": "Os valores de tudo isso no histórico",
  "privacy.goes.transfers": "Linhas importadas deste cliente, e todas as exportações concluídas",
  "privacy.stays.customer": "Número, situação, país, moeda, prazo de pagamento e responsável",
  "privacy.stays.documents": "Orçamentos, pedidos e faturas, por inteiro",
  "privacy.stays.work": "Negócios, projetos, tarefas e horas; quem fez o quê e quando",
  "privacy.files":
    "{count, plural, one {Excluir também o arquivo} other {Excluir também os # arquivos}}",
  "privacy.typeName": "Para confirmar, digite o nome: {name}",
};
