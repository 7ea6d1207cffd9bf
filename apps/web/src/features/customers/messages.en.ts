/** Customers: their addresses, and where one stands. */
export const customers = {
  "customers.days": "{count, plural, one {# day} other {# days}}",
  "customers.status.LEAD": "Lead",
  "customers.status.ACTIVE": "Active",
  "customers.status.INACTIVE": "Inactive",
  "customers.status.ARCHIVED": "Archived",
  "customers.addresses": "Addresses",
  "customers.addAddress": "Add address",
  "customers.address.MAIN": "Main address",
  "customers.address.BILLING": "Billing address",
  "customers.address.DELIVERY": "Delivery address",
} as const;
