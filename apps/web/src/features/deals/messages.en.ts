/** Deals of a customer. */
export const deals = {
  "deals.stage.LEAD": "Lead",
  "deals.stage.QUALIFIED": "Qualified",
  "deals.stage.PROPOSAL": "Proposal",
  "deals.stage.NEGOTIATION": "Negotiation",
  "deals.stage.WON": "Won",
  "deals.stage.LOST": "Lost",
  "deals.one": "Deal",
  "deals.title": "Deals",
  "deals.open": "Open",
  "deals.add": "Add deal",
  "deals.edit": "Edit deal",
  "deals.none": "No deals yet.",
  "deals.failed": "The deals could not be loaded.",
  "deals.titleMissing": "Enter a title.",
} as const;
