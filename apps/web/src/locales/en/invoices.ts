/** Invoices of a customer. */
export const invoices = {
  "invoices.state.DRAFT": "Draft",
  "invoices.state.PENDING": "Pending",
  "invoices.state.AUTHORIZED": "Authorised",
  "invoices.state.OVERDUE": "Overdue",
  "invoices.state.PAID": "Paid",
  "invoices.state.CANCELLED": "Cancelled",
  "invoices.kind.SALES": "Sales",
  "invoices.kind.PURCHASE": "Purchase",
} as const;
