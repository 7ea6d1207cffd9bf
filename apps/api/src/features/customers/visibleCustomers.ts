import type {
  LimitedAccess,
  ScopedTables,
  VisibleRows,
} from "../../platform/database/recordScope.js";

const TEAMMATES = `SELECT m.user_id FROM team_members m
  WHERE m.team_id IN (SELECT o.team_id FROM team_members o WHERE o.user_id = :person)`;

const looksAfter = (access: LimitedAccess, row: string): string =>
  access === "OWN"
    ? `${row}.owner_id = :person`
    : `(${row}.owner_id = :person OR ${row}.owner_id IN (${TEAMMATES}))`;

const visible = (column: string): string => `${column} IN (SELECT c.id FROM customers c)`;

/** A row of something that belongs to a customer is seen with that customer. */
export const ofVisibleCustomer: VisibleRows = () => visible("r.customer_id");

/** Which customers, and rows that only say something of them, somebody sees who does not see all. */
export const visibleCustomers: ScopedTables = {
  customers: (access) => looksAfter(access, "r"),
  // A merged customer is seen with the one that it is now.
  merged_customers: () => visible("r.survivor_id"),
  customer_external_ids: ofVisibleCustomer,
  kept_metrics: () => visible("r.record_id"),
  metric_changes: () => visible("r.record_id"),
  customer_tax_ids: ofVisibleCustomer,
};
