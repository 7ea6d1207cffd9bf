import type { payments as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const payments: Partial<Record<keyof typeof english, string>> = {
  "payments.register": "Registar pagamento",
  "payments.allocated": "Imputado",
  "payments.status.allocated": "Imputado",
  "payments.method": "Meio de pagamento",
  "payments.status.reversed": "Anulado",
  "payments.filter.reversed": "Anulados",
  "payments.reverse": "Anular pagamento",
  "payments.reverseTitle": "Anular este pagamento?",
  "payments.reverseText":
    "As faturas que ele paga voltam a ficar em aberto. O pagamento continua na lista, como anulado.",
  "payments.reversedOn": "Anulado em",
  "payments.statement": "Extrato de conta",
  "payments.noMovements": "Nenhum movimento até esta data.",
  "payments.movement": "Movimento",
  "payments.movement.REVERSAL": "Anulação do pagamento",
  "payments.movement.cancelledCreditNote": "Anulação da nota de crédito",
  "payments.moreMovements":
    "{count, plural, one {Mais # movimento neste período; escolha um período mais curto para o ver.} other {Mais # movimentos neste período; escolha um período mais curto para os ver.}}",
  "payments.unallocated": "Por imputar",
  "payments.status.onAccount": "Por imputar",
  "payments.filter.onAccount": "Por imputar",
  "payments.rest": "Fica por imputar: {amount}",
  "payments.statementOf": "Extrato de conta de {from} a {to}",
  "payments.moreOpenItems":
    "{count, plural, one {Mais # item em aberto; transfira o extrato para o ver.} other {Mais # itens em aberto; transfira o extrato para os ver.}}",
  "promises.add": "Registar promessa",
};
