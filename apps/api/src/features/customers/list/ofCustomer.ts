import type { Permission } from "@clientela/shared/records/roles";
import sql, { join } from "sql-template-tag";
import type { FilterField } from "../../../platform/graph/filters/filterField.js";
import {
  type RelatedRecords,
  relatedFilter,
} from "../../../platform/graph/filters/relatedFilter.js";
import { declareFieldFilter, type ListFilter } from "../../../platform/graph/listExtension.js";
import { customerConditions } from "./customerConditions.js";
import { CustomerFilter } from "./customerFilter.js";

/** Finds records `r` of customers by what their customer is; archived ones are as good as others. */
export const ofCustomer: FilterField = {
  type: () => CustomerFilter,
  rule: "customers:read",
  description: "Of a customer that holds all of this, archived ones included.",
  conditions: (value, reading, path) => {
    const conditions = customerConditions(value as CustomerFilter, reading, path, true);
    // Within, `r` is the customer; where the caller sees some of them alone, only these.
    return [
      sql`r.customer_id IN (SELECT r.id FROM customers r WHERE ${join([sql`r.deleted_at IS NULL`, ...conditions], " AND ")})`,
    ];
  },
};

/** Finds customers by the records of another feature that belong to them. */
export const customersWith = <Filter>(
  name: string,
  permission: Permission,
  related: Omit<RelatedRecords<Filter>, "owner">,
): ListFilter =>
  declareFieldFilter(
    CustomerFilter,
    name,
    permission,
    relatedFilter({ ...related, owner: "customer_id" }),
  );
