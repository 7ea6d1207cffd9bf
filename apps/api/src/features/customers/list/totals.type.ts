import sql, { join, type Sql } from "sql-template-tag";
import { ObjectType } from "type-graphql";
import type { Context } from "../../../platform/context.js";
import { type CustomerListParams, matchingCustomers } from "./customer.list.js";

/** What all customers of a list come to; each noun adds its own metrics. */
@ObjectType({ description: "What all customers of a list come to." })
export class CustomerTotals {
  constructor(private readonly params: CustomerListParams) {}

  /** Selects the ids of the customers. */
  ids(context: Context): Sql {
    return sql`SELECT r.id FROM customers r WHERE ${join(matchingCustomers(this.params, context), " AND ")}`;
  }
}
