import { PROMISE_STATES } from "@clientela/shared/promises/promiseFields";
import sql, { raw } from "sql-template-tag";
import { declareChoices } from "../../platform/graph/listExtension.js";
import { CustomerFilter } from "../customers/list/customerFilter.js";
import { PromiseStateEnum } from "./promise.entity.js";
import { inAnyState } from "./promiseState.js";

/** Customers with a promise to pay in one of the states. */
export const promiseCustomerFilter = declareChoices(
  CustomerFilter,
  () => PromiseStateEnum,
  PROMISE_STATES,
  {
    name: "promiseToPay",
    description: "Has a promise to pay in any of these states.",
    permission: "invoices:read",
    condition: (states, { today }) => sql`EXISTS (
      SELECT 1 FROM promises_to_pay m
      WHERE m.customer_id = r.id AND m.deleted_at IS NULL AND ${inAnyState(states, today, raw("m"))})`,
  },
);
