import type { Context } from "../../platform/context.js";

/** Writes an order or an invoice of a customer where no feature refuses it, such as for its credit limit. */
export function guardDocument<Row>(
  context: Context,
  customerId: string,
  write: () => Promise<Row>,
): Promise<Row> {
  const { documentGuards } = context.app.registry;
  const guarded = documentGuards.reduce<() => Promise<Row>>(
    (inner, guard) => () => guard(context, customerId, inner),
    write,
  );
  return guarded();
}
