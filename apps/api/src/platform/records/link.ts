import type { Context } from "../context.js";
import { Invalid, NotFound } from "../errors.js";
import type { StoredRecord } from "../types/record.js";
import { lockForReference } from "./write.js";

/**
 * Makes sure that a record which another points at exists and is of the same customer, and keeps it
 * from being deleted meanwhile. What it points at already stays, even if it could be chosen no more.
 * Throws Invalid with the path of the link.
 */
export async function assertLink<Row extends StoredRecord & { customerId: string }>(
  context: Context,
  type: new () => Row,
  id: string | null | undefined,
  customerId: string,
  path: string,
  already: string | null = null,
): Promise<void> {
  if (!id || id === already) return;
  try {
    const linked = await lockForReference(context, type, id);
    if (linked.customerId === customerId) return;
  } catch (error) {
    if (error instanceof NotFound) throw new Invalid([{ path, code: "unknown_record" }]);
    throw error;
  }
  throw new Invalid([{ path, code: "of_another_customer" }]);
}
