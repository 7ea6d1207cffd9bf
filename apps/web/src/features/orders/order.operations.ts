import { orderFields as rules } from "@clientela/shared/documents/documentFields";
import { ORDER_TRANSITIONS, type OrderStatus } from "@clientela/shared/records/enums";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { OrderFieldsFragment } from "../../gql/graphql.js";
import { defineOperations } from "../../records/defineOperations.js";
import type { RecordStatus } from "../../records/recordStatus.js";
import { lineFragment, lineValuesOf } from "../../ui/documents/documentLines.js";
import type { LineValue } from "../../ui/documents/lineDrafts.js";
import { orderFields } from "./order.fields.js";

/** An order in a list. */
export const orderRowFragment = graphql(`
  fragment OrderRow on Order {
    id
    version
    number
    reference
    status
    orderedOn
    total {
      amount
      currency
    }
  }
`);

/** An order with what a form edits. */
export const orderFragment = graphql(`
  fragment OrderFields on Order {
    id
    version
    number
    reference
    status
    orderedOn
    currency
    notes
    total {
      amount
      currency
    }
    lines {
      ...DocumentLineFields
    }
  }
`);

// The other data that a write of an order changes.
graphql(`
  fragment OrderChanged on Order {
    id
    customer {
      id
      summary {
        ...OrdersCard_summary
      }
    }
  }
`);

const load = graphql(`
  query Order($id: ID!) {
    order(id: $id) {
      id
      ...OrderFields
    }
  }
`);

const create = graphql(`
  mutation CreateOrder($input: CreateOrderInput!) {
    createOrder(input: $input) {
      order {
        ...OrderFields
        ...OrderChanged
      }
    }
  }
`);

const update = graphql(`
  mutation UpdateOrder($input: UpdateOrderInput!) {
    updateOrder(input: $input) {
      order {
        ...OrderFields
        ...OrderChanged
      }
    }
  }
`);

const remove = graphql(`
  mutation DeleteOrder($input: DeleteInput!) {
    deleteOrder(input: $input) {
      order {
        ...OrderChanged
      }
    }
  }
`);

const restore = graphql(`
  mutation RestoreOrder($input: RestoreInput!) {
    restoreOrder(input: $input) {
      order {
        ...OrderChanged
      }
    }
  }
`);

/** An order as its drawers take it. */
export type Order = OrderFieldsFragment;

type OrderInList = Pick<Order, "id" | "version" | "number" | "status">;

/** An order's fields as a form saves them. */
export interface OrderValues {
  reference: string | null;
  status: OrderStatus;
  orderedOn: string;
  currency: string;
  notes: string | null;
  lines: LineValue[];
}

/** How purchase orders are read and written. */
export const orderOperations = defineOperations({
  write: "orders:write",
  fields: orderFields,
  rules,
  values: (order: Order): OrderValues => ({
    reference: order.reference ?? null,
    status: order.status,
    orderedOn: order.orderedOn,
    currency: order.currency,
    notes: order.notes ?? null,
    lines: lineValuesOf(readFragment(lineFragment, order.lines)),
  }),
  name: ({ number }: OrderInList) => number,
  load,
  loaded: ({ order }) => readFragment(orderFragment, order),
  create,
  createInput: (values, customerId) => ({ customerId, ...values }),
  update,
  remove,
  restore,
  lists: ["orders"],
});

/** How an order may go on from its status. */
export const orderStatus: RecordStatus<OrderInList, OrderValues, OrderStatus> = {
  shown: ({ status }) => status,
  tones: { DRAFT: "grey", OPEN: "blue", FINALIZED: "green", CANCELLED: "grey" },
  struck: "CANCELLED",
  label: (t, status) => t(`orders.status.${status}`),
  next: ({ status }) => ORDER_TRANSITIONS[status],
  action: (t, next) => t(`orders.to.${next}`),
  before: ({ status }) => ({ status }),
  change: (status) => ({ status }),
};

/** Whether an invoice can be made of an order. */
export const isBillable = ({ status }: Pick<Order, "status">): boolean =>
  status === "OPEN" || status === "FINALIZED";
