import type { CustomerRow } from "./list/customerRows.js";

/** A row of the list as the API returns it, for tests. */
export function makeCustomerRow(changes: Partial<CustomerRow> = {}): CustomerRow {
  const none = { __typename: "DocumentTotal" as const, count: 0, amounts: [] };
  return {
    __typename: "Customer",
    id: "c1",
    number: "C-000001",
    legalName: "Padaria Aurora Ltda",
    tradeName: null,
    status: "ACTIVE",
    email: null,
    phone: null,
    createdAt: "2026-11-20T12:00:00Z",
    updatedAt: "2026-11-20T12:00:00Z",
    taxId: {
      __typename: "TaxId",
      country: "BR",
      kind: "CNPJ",
      formatted: "11.222.333/0001-81",
    },
    address: { __typename: "MainAddress", city: "Curitiba", region: "PR", country: "BR" },
    owner: null,
    tags: [],
    summary: {
      __typename: "CustomerSummary",
      lastActivityAt: null,
      projects: { __typename: "ProjectSummary", active: 0, totalMinutes: 0 },
      tasks: { __typename: "TaskSummary", overdue: 0 },
      orders: { __typename: "OrderSummary", total: none, finalized: none },
      invoices: { __typename: "InvoiceSummary", authorized: none, overdue: none },
    },
    ...changes,
  };
}
