import type { quotes as english } from "./messages.en.js";

/** Offers and quotes of a customer. */
export const quotes: Record<keyof typeof english, string> = {
  "quotes.status.DRAFT": "Rascunho",
  "quotes.status.SENT": "Enviado",
  "quotes.status.ACCEPTED": "Aceito",
  "quotes.status.REJECTED": "Recusado",
  "quotes.status.EXPIRED": "Vencido",
  "quotes.kind.OFFER": "Proposta",
  "quotes.kind.QUOTE": "Orçamento",
  "quotes.one": "Orçamento",
  "quotes.title": "Propostas e orçamentos",
  "quotes.titleOf": "Orçamento {number}",
  "quotes.add": "Adicionar orçamento",
  "quotes.none": "Nenhuma proposta ou orçamento ainda.",
  "quotes.failed": "Não foi possível carregar os orçamentos.",
  "quotes.order": "Gerar pedido",
  "quotes.ordered": "O pedido {number} foi gerado.",
  "quotes.over": "vencido",
  "quotes.daysLeft": "{count, plural, =0 {vence hoje} one {falta # dia} other {faltam # dias}}",
  "quotes.to.DRAFT": "Voltar a rascunho",
  "quotes.to.SENT": "Marcar como enviado",
  "quotes.to.ACCEPTED": "Marcar como aceito",
  "quotes.to.REJECTED": "Marcar como recusado",
  "quotes.to.EXPIRED": "Marcar como vencido",
};
