import type { Context } from "../../platform/context.js";
import { Invalid, NotFound } from "../../platform/errors.js";
import { lockForReference } from "../../platform/records/write.js";
import type { StoredRecord } from "../../platform/types/record.js";

/**
 * Checks that a referenced record exists and belongs to the same customer, and keeps it from being deleted until the
 * transaction ends. A reference that does not change is not checked. Throws Invalid with the path of the reference.
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
