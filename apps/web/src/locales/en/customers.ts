/** Customers: the list, forms, and where a customer stands. */
export const customers = {
  "customers.status.LEAD": "Lead",
  "customers.status.ACTIVE": "Active",
  "customers.status.INACTIVE": "Inactive",
  "customers.status.ARCHIVED": "Archived",
} as const;
