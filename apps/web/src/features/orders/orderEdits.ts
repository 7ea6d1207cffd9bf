import { useApolloClient } from "@apollo/client/react";
import { ORDER_TRANSITIONS, type OrderStatus } from "@clientela/shared/records/enums";
import { forgetLists } from "../../cache/forgetLists.js";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { OrderFieldsFragment } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { changesOf, saveVersioned, type Versioned } from "../../ui/conflict/saveVersioned.js";
import { type LineSent, lineFragment } from "../../ui/documents/documentLines.js";
import { useTrash } from "../../ui/toasts/useAttempt.js";

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

const createOrder = graphql(`
  mutation CreateOrder($input: CreateOrderInput!) {
    createOrder(input: $input) {
      order {
        ...OrderFields
        customer {
          id
          summary {
            ...OrdersCard_summary
          }
        }
      }
    }
  }
`);

const updateOrder = graphql(`
  mutation UpdateOrder($input: UpdateOrderInput!) {
    updateOrder(input: $input) {
      order {
        ...OrderFields
        customer {
          id
          summary {
            ...OrdersCard_summary
          }
        }
      }
    }
  }
`);

const deleteOrder = graphql(`
  mutation DeleteOrder($input: DeleteInput!) {
    deleteOrder(input: $input) {
      order {
        id
        customer {
          id
          summary {
            ...OrdersCard_summary
          }
        }
      }
    }
  }
`);

const restoreOrder = graphql(`
  mutation RestoreOrder($input: RestoreInput!) {
    restoreOrder(input: $input) {
      order {
        id
        customer {
          id
          summary {
            ...OrdersCard_summary
          }
        }
      }
    }
  }
`);

const invoiceOrder = graphql(`
  mutation InvoiceOrder($input: CreateInvoiceFromOrderInput!) {
    createInvoiceFromOrder(input: $input) {
      invoice {
        id
        number
        customer {
          id
          summary {
            ...OrdersCard_summary
            ...InvoicesCard_summary
          }
        }
        order {
          ...OrderFields
        }
      }
    }
  }
`);

const reloadOrder = graphql(`
  query ReloadOrder($id: ID!) {
    order(id: $id) {
      ...OrderFields
    }
  }
`);

/** An order as forms take it. */
export type Order = OrderFieldsFragment;

/** An order's fields as the form holds them; empty ones are null. */
export interface OrderValues {
  reference: string | null;
  status: OrderStatus;
  orderedOn: string;
  currency: string;
  notes: string | null;
  lines: LineSent[];
}

function versionedOrder(order: Order): Versioned<OrderValues> {
  const { version, reference, status, orderedOn, currency, notes } = order;
  const lines = readFragment(lineFragment, order.lines).map(
    ({ description, quantity, unitPrice }) => ({
      description,
      quantity,
      unitPrice: unitPrice.amount,
    }),
  );
  return { version, values: { reference, status, orderedOn, currency, notes, lines } };
}

/** The statuses that may follow one. */
export function nextStatuses(status: OrderStatus): readonly OrderStatus[] {
  return ORDER_TRANSITIONS[status];
}

/** The writes of a customer's orders. */
export function useOrderEdits(customerId: string) {
  const client = useApolloClient();
  const t = useT();
  const format = useFormat();
  const trash = useTrash();
  const changed = () => forgetLists(client.cache, customerId, ["orders"]);

  function show(values: OrderValues, field: keyof OrderValues): string {
    if (field === "status") return t(`orders.status.${values.status}`);
    if (field === "orderedOn") return format.date(values.orderedOn);
    if (field === "lines") return values.lines.map(({ description }) => description).join(", ");
    return values[field] ?? "";
  }

  return {
    create: async (values: OrderValues) => {
      await client.mutate({
        mutation: createOrder,
        variables: { input: { customerId, ...values } },
      });
      changed();
    },
    update: async (order: Order, values: OrderValues) => {
      const base = versionedOrder(order);
      await saveVersioned<OrderValues>({
        base,
        changes: changesOf(base.values, values),
        send: (version, changes) =>
          client.mutate({
            mutation: updateOrder,
            variables: { input: { id: order.id, version, ...changes } },
          }),
        reload: async () => {
          const { data } = await client.query({
            query: reloadOrder,
            variables: { id: order.id },
            fetchPolicy: "network-only",
          });
          if (!data?.order) throw new Error(t("ui.gone"));
          return versionedOrder(readFragment(orderFragment, data.order));
        },
        labelOf: (field) => t(`field.${field}`),
        show,
      });
      changed();
    },
    setStatus: async ({ id, version }: { id: string; version: number }, status: OrderStatus) => {
      await client.mutate({
        mutation: updateOrder,
        variables: { input: { id, version, status } },
      });
      changed();
    },
    /** Bills an order; answers the invoice. */
    invoice: async (id: string) => {
      const { data } = await client.mutate({
        mutation: invoiceOrder,
        variables: { input: { orderId: id } },
      });
      client.cache.evict({
        id: client.cache.identify({ __typename: "Order", id }),
        fieldName: "invoices",
      });
      forgetLists(client.cache, customerId, ["orders", "invoices"]);
      return data?.createInvoiceFromOrder.invoice;
    },
    remove: ({ id, number }: { id: string; number: string }) =>
      trash({
        name: number,
        remove: async () => {
          await client.mutate({ mutation: deleteOrder, variables: { input: { id } } });
          changed();
        },
        restore: async () => {
          await client.mutate({ mutation: restoreOrder, variables: { input: { id } } });
          changed();
        },
      }),
  };
}
