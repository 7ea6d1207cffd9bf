/** Deals of a customer. */
export const deals = {
  "deals.stage.LEAD": "Lead",
  "deals.stage.QUALIFIED": "Qualified",
  "deals.stage.PROPOSAL": "Proposal",
  "deals.stage.NEGOTIATION": "Negotiation",
  "deals.stage.WON": "Won",
  "deals.stage.LOST": "Lost",
} as const;
