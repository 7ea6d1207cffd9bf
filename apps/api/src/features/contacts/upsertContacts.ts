import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { selectList } from "../../platform/database/columns.js";
import { trashRecords } from "../../platform/records/trash.js";
import { updateRecords } from "../../platform/records/writeMany.js";
import {
  assignValues,
  type KindTrash,
  type UpsertChange,
  type UpsertEntry,
  type UpsertKind,
  type UpsertPlan,
} from "../upserts/upsertKind.js";
import { Contact } from "./contact.entity.js";
import { UpsertContactItem } from "./contact.input.js";
import { checkContact } from "./contact.rules.js";
import { subject } from "./contact.service.js";

/** How other systems write people at customers. */
export const contactUpserts: UpsertKind<Contact, UpsertContactItem> & { trash: KindTrash } = {
  plural: "Contacts",
  subject,
  permission: "contacts:write",
  item: UpsertContactItem,
  trash: { move: (context, ids) => trashRecords(context, subject, ids) },
  takesCustomer: true,
  defaults: { isPrimary: false },
  // Two people who are made the primary contact at the same moment take turns.
  locksCustomers: (items) => items.some(({ isPrimary }) => isPrimary),
  open: async (context) => new ContactPlan(context),
};

/** Of the people of a customer the last one that is said to be the primary contact is. */
class ContactPlan implements UpsertPlan<Contact, UpsertContactItem> {
  private readonly primaries = new Map<string, UpsertEntry<Contact>>();

  constructor(private readonly context: Context) {}

  change(item: UpsertContactItem, entry: UpsertEntry<Contact>): UpsertChange<Contact> {
    const customerId = entry.row?.customerId ?? entry.customer?.id ?? "";
    const values = checkContact(item, entry.customer?.country, entry.row);
    const before = this.primaries.get(customerId);
    if (values.isPrimary) {
      if (before && before !== entry) assignValues(before, { isPrimary: false });
      this.primaries.set(customerId, entry);
    } else if (values.isPrimary === false && before === entry) this.primaries.delete(customerId);
    return { values };
  }

  async beforeWrite(entries: readonly UpsertEntry<Contact>[]): Promise<void> {
    if (this.primaries.size === 0) return;
    const { db } = this.context;
    const own = new Set(entries.map(({ id }) => id));
    const holders = await db.rowsOf(
      Contact,
      sql`
        SELECT ${selectList(Contact, "r")} FROM contacts r
        WHERE r.customer_id = ANY(${[...this.primaries.keys()]}::uuid[]) AND r.is_primary AND r.deleted_at IS NULL
        ORDER BY r.id FOR UPDATE OF r`,
    );
    const ending = holders
      .filter(({ id, customerId }) => this.primaries.get(customerId)?.id !== id)
      .map((current) => ({ current, values: { isPrimary: false } }));
    const [ofCall, others] = [true, false].map((isOwn) =>
      ending.filter(({ current }) => own.has(current.id) === isOwn),
    );
    await updateRecords(this.context, subject, others ?? [], "updated");
    for (const entry of entries)
      if (ofCall?.some(({ current }) => current.id === entry.id))
        assignValues(entry, { isPrimary: false });
    // A customer has one primary contact at any moment of a statement; what the call writes of these people follows.
    const giveUp = ofCall?.map(({ current }) => current.id) ?? [];
    if (giveUp.length > 0) {
      await db.execute(
        sql`UPDATE contacts SET is_primary = false WHERE id = ANY(${giveUp}::uuid[])`,
      );
    }
  }
}
