import type { privacy as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const privacy: Partial<Record<keyof typeof english, string>> = {
  "privacy.goes.customer":
    "Nomes, NIF, e-mail, telefone, site, morada, etiquetas, observações e IDs noutros sistemas",
  "privacy.goes.people": "Todos os contactos e moradas adicionais",
  "privacy.goes.texts":
    "Notas e descrições de oportunidades, projetos, tarefas e registos de horas",
  "privacy.forGood":
    "Isto apaga os dados pessoais deste cliente e dos clientes unidos a ele. Não pode ser anulado.",
  "privacy.stays.customer": "Número, estado, país, moeda, prazo de pagamento e responsável",
  "privacy.stays.documents": "Orçamentos, encomendas e faturas, por inteiro",
  "privacy.stays.work":
    "Oportunidades, projetos, tarefas e registos de horas; quem fez o quê e quando",
  "privacy.files":
    "{count, plural, one {Eliminar também o ficheiro} other {Eliminar também os # ficheiros}}",
  "privacy.typeName": "Para confirmar, escreva o nome: {name}",
};
