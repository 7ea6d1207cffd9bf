import type { payments as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const payments: Partial<Record<keyof typeof english, string>> = {
  "payments.register": "Registar pagamento",
  "payments.allocated": "Imputado",
  "payments.status.allocated": "Imputado",
  "payments.method": "Meio de pagamento",
  "payments.invoiceGone": "Fatura eliminada",
  "payments.status.reversed": "Anulado",
  "payments.filter.reversed": "Anulados",
  "payments.reverse": "Anular pagamento",
  "payments.reverseTitle": "Anular este pagamento?",
  "payments.reverseText":
    "As faturas que ele paga voltam a ficar em aberto. O pagamento continua na lista, como anulado.",
  "payments.reversedOn": "Anulado em",
  "payments.statement": "Extrato de conta",
  "payments.noMovements": "Nenhum movimento até esse dia.",
  "payments.movement": "Movimento",
  "payments.movement.REVERSAL": "Anulação do pagamento",
  "payments.moreMovements":
    "{count, plural, one {Mais # movimento nesses dias; escolha menos dias para o ver.} other {Mais # movimentos nesses dias; escolha menos dias para os ver.}}",
};
