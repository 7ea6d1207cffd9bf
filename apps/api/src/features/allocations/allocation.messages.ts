import type { Messages } from "../../platform/graph/messages.js";

/** What is said of the invoices that a payment is to pay where something is wrong. */
export const allocationMessages: Messages = {
  not_of_direction: {
    en: "is of the other direction: received payments pay sales invoices, paid ones pay purchase invoices",
    pt: "é do sentido oposto: pagamentos recebidos pagam faturas de venda, e os feitos pagam faturas de compra",
  },
  in_other_currency: {
    en: "is in {currency}; a payment pays invoices of its own currency",
    pt: "está em {currency}; um pagamento paga faturas da sua própria moeda",
  },
  not_payable: {
    en: 'has the status "{status}"; only authorised invoices can be paid',
    pt: "está na situação “{status}”; só faturas autorizadas podem ser pagas",
    "pt-PT": "está no estado “{status}”; só faturas autorizadas podem ser pagas",
  },
  exceeds_payment: {
    en: "add up to more than the {available} that can be allocated",
    pt: "somam mais que {available}, o que ainda pode ser alocado",
    "pt-PT": "somam mais do que {available}, o que ainda pode ser imputado",
  },
  reversed_already: {
    en: "has already been reversed",
    pt: "já foi estornado",
    "pt-PT": "já foi anulado",
  },
};
