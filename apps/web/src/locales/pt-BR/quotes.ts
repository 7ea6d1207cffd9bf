import type { quotes as english } from "../en/quotes.js";

/** Offers and quotes of a customer. */
export const quotes: Record<keyof typeof english, string> = {
  "quotes.status.DRAFT": "Rascunho",
  "quotes.status.SENT": "Enviada",
  "quotes.status.ACCEPTED": "Aceita",
  "quotes.status.REJECTED": "Recusada",
  "quotes.status.EXPIRED": "Vencida",
  "quotes.kind.OFFER": "Proposta",
  "quotes.kind.QUOTE": "Cotação",
  "quotes.one": "Cotação",
  "quotes.title": "Propostas e cotações",
  "quotes.titleOf": "Cotação {number}",
  "quotes.add": "Adicionar cotação",
  "quotes.none": "Nenhuma proposta ou cotação ainda.",
  "quotes.failed": "Não foi possível carregar as cotações.",
  "quotes.order": "Gerar pedido",
  "quotes.ordered": "O pedido {number} foi gerado.",
  "quotes.over": "encerrada",
  "quotes.daysLeft": "{count, plural, =0 {termina hoje} one {falta # dia} other {faltam # dias}}",
  "quotes.to.DRAFT": "Voltar a rascunho",
  "quotes.to.SENT": "Marcar como enviada",
  "quotes.to.ACCEPTED": "Marcar como aceita",
  "quotes.to.REJECTED": "Marcar como recusada",
  "quotes.to.EXPIRED": "Marcar como vencida",
};
