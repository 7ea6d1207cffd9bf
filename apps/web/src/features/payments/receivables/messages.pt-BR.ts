import type { receivables as english } from "./messages.en.js";

/** The pages of what customers owe and are owed. */
export const receivables: Record<keyof typeof english, string> = {
  "receivables.title.receivables": "Contas a receber",
  "receivables.title.payables": "Contas a pagar",
  "receivables.customer": "Cliente",
  "receivables.ageing": "Dias de atraso",
  "receivables.overdue": "Vencido",
  "receivables.anyOwner": "Qualquer responsável",
  "receivables.none.receivables": "Nenhum cliente deve nada aqui.",
  "receivables.none.payables": "Não há nada a pagar aqui.",
  "receivables.failed": "Não foi possível carregar as faturas em aberto.",
  "receivables.gone": "Este cliente não existe ou foi excluído.",
  "receivables.open": "Faturas em aberto",
  "receivables.more":
    "{count, plural, one {Mais uma fatura em aberto está na lista do cliente.} other {Mais # faturas em aberto estão na lista do cliente.}}",
  "receivables.remind": "Escrever lembrete",
  "receivables.level": "Nível",
  "receivables.level.1": "Primeiro",
  "receivables.level.2": "Segundo",
  "receivables.level.3": "Último",
  "receivables.language": "Idioma",
  "receivables.language.pt": "Português",
  "receivables.language.en": "Inglês",
  "receivables.copy": "Copiar texto",
  "receivables.copied": "Texto copiado.",
  "receivables.openMail": "Abrir no programa de e-mail",
  "receivables.nothingLate": "Nada está vencido.",
  "receivables.anyPromise": "Qualquer promessa",
  "receivables.promise": "Promessa: {state}",
  "receivables.importBank": "Importar extrato do banco",
};
