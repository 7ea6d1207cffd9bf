import type { Messages } from "../../platform/graph/messages.js";

/** The messages about transactions of bank files. */
export const reconciliationMessages: Messages = {
  no_amount: {
    en: "is missing: a transaction has an amount other than zero, a credit or a debit",
    pt: "não está preenchido: um lançamento tem um valor diferente de zero, um crédito ou um débito",
    "pt-PT":
      "não está preenchido: um movimento tem um valor diferente de zero, um crédito ou um débito",
  },
  two_amounts: {
    en: "stands beside another amount: a transaction is either a credit or a debit",
    pt: "está ao lado de outro valor: um lançamento é um crédito ou um débito",
    "pt-PT": "está ao lado de outro valor: um movimento é um crédito ou um débito",
  },
  sign_contradicts: {
    en: "says that the amount was received, but it is below zero; correct one of the two",
    pt: "indica que o valor foi recebido, mas ele é negativo; corrija um dos dois",
  },
  choose_a_proposal: {
    en: "is not possible here: choose with UPDATE what the row pays, or skip it",
    pt: "não é possível aqui: escolha com UPDATE o que a linha paga ou ignore-a",
  },
  payment_uncertain: {
    en: "It is not certain what it pays; decide, or skip it",
    pt: "Não há certeza do que paga; decida ou ignore a linha",
  },
  payment_unmatched: {
    en: "No customer and no open invoice fits; choose one, or skip it",
    pt: "Nenhum cliente nem fatura em aberto combina; escolha um ou ignore a linha",
    "pt-PT": "Nenhum cliente nem fatura em aberto corresponde; escolha um ou ignore a linha",
  },
  allocated_less: {
    en: "Its invoice was settled otherwise in the meantime: the rest of the payment is on account",
    pt: "A fatura foi quitada de outra forma nesse meio-tempo: o resto do pagamento fica como saldo do cliente",
    "pt-PT":
      "A fatura foi liquidada de outra forma entretanto: o resto do pagamento fica por conta do cliente",
  },
};
