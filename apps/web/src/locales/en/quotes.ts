/** Offers and quotes of a customer. */
export const quotes = {
  "quotes.status.DRAFT": "Draft",
  "quotes.status.SENT": "Sent",
  "quotes.status.ACCEPTED": "Accepted",
  "quotes.status.REJECTED": "Rejected",
  "quotes.status.EXPIRED": "Expired",
  "quotes.kind.OFFER": "Offer",
  "quotes.kind.QUOTE": "Quote",
} as const;
