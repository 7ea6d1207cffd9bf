import type { privacy as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const privacy: Partial<Record<keyof typeof english, string>> = {
  "privacy.goes.customer":
    "Nomes, NIF, e-mail, telefone, site, morada, etiquetas, observações, códigos noutros sistemas",
  "privacy.goes.people": "Todos os contactos e restantes moradas",
  "privacy.goes.texts": "Notas, e descrições de oportunidades, projetos, tarefas e horas",
  "privacy.forGood":
    "A pessoa por trás deste cliente é esquecida, e também a dos clientes fundidos nele. Isto não pode ser anulado.",
  "privacy.stays.customer": "Número, estado, país, moeda, prazo de pagamento e responsável",
  "privacy.stays.documents": "Orçamentos, encomendas e faturas, por inteiro",
  "privacy.stays.work": "Oportunidades, projetos, tarefas e horas; quem fez o quê e quando",
  "privacy.files":
    "{count, plural, one {Eliminar também o ficheiro} other {Eliminar também os # ficheiros}}",
  "privacy.typeName": "Para confirmar, escreva o nome: {name}",
};
