import { z } from "zod";
import { Invalid, type Issue } from "../../platform/errors.js";
import { parseInput } from "../../platform/graph/parseInput.js";
import type { Values } from "../../platform/records/write.js";
import { Customer } from "./customer.entity.js";
import { checkCustomerChanges, checkNewCustomer, externalId } from "./customer.rules.js";
import type { UpsertCustomerItem } from "./upsert.input.js";

/** What the database has of the customers that the items name. */
export interface Known {
  /** By the id in the other system. */
  customers: ReadonlyMap<string, Customer>;
  /** Which users can own customers. */
  owners: ReadonlySet<string>;
  /** Who has a tax ID, by `taxIdKey`. */
  holders: ReadonlyMap<string, Customer>;
}

/** What becomes of an item: a new customer, changes of a known one, or issues. */
export type Step =
  | { kind: "create"; externalId: string; values: Values<Customer> }
  | { kind: "update"; current: Customer; values: Values<Customer> }
  | { kind: "refuse"; issues: readonly Issue[]; existing: Customer | null };

/** A tax ID as one text; null where there is none. */
export const taxIdKey = ({ taxIdCountry, taxIdValue }: Values<Customer>): string | null =>
  taxIdCountry && taxIdValue ? `${taxIdCountry} ${taxIdValue}` : null;

/** An item whose values satisfy the rules, or what is wrong with it. */
export type CheckedItem =
  | { id: string; current: Customer | null; values: Values<Customer> }
  | { issues: readonly Issue[] };

const idSchema = z.object({ externalId: externalId.shape.id });

/** Checks one item against the rules of a customer's fields. */
export function checkItem(
  item: UpsertCustomerItem,
  customers: ReadonlyMap<string, Customer>,
): CheckedItem {
  try {
    const { externalId: id } = parseInput(idSchema, item);
    const current = customers.get(id) ?? null;
    if (current) return { id, current, values: checkCustomerChanges(item, current).values };
    const { legalName, address, ...rest } = item;
    const { values } = checkNewCustomer({
      ...rest,
      ...(legalName == null ? {} : { legalName }),
      ...(address == null ? {} : { address }),
    });
    return { id, current, values };
  } catch (error) {
    if (error instanceof Invalid) return { issues: error.issues };
    throw error;
  }
}

const refusal = (path: string, code: string): Step => ({
  kind: "refuse",
  issues: [{ path, code }],
  existing: null,
});

/**
 * Says what becomes of each item, in order: later items see what earlier ones leave, so that of two
 * that want one tax ID, or the same new id, the first gets it.
 */
export function planItems(checked: readonly CheckedItem[], known: Known): Step[] {
  const newIds = new Set<string>();
  const promised = new Set<string>();
  const pending = new Map<string, Customer>();
  return checked.map((item): Step => {
    if ("issues" in item) return { kind: "refuse", issues: item.issues, existing: null };
    const { id, values } = item;
    const current = item.current ? (pending.get(item.current.id) ?? item.current) : null;
    if (newIds.has(id)) return refusal("externalId", "repeated");
    const isNewOwner = values.ownerId && values.ownerId !== current?.ownerId;
    if (isNewOwner && !known.owners.has(values.ownerId ?? "")) {
      return refusal("ownerId", "unknown_user");
    }
    const key = taxIdKey(values);
    if (key !== null && (current === null || key !== taxIdKey(current))) {
      const existing = known.holders.get(key);
      if (existing && existing.id !== current?.id) {
        const { number, legalName } = existing;
        const issue = { path: "taxId", code: "tax_id_taken", params: { number, legalName } };
        return { kind: "refuse", issues: [issue], existing };
      }
      if (promised.has(key)) return refusal("taxId", "repeated");
      promised.add(key);
    }
    if (current === null) {
      newIds.add(id);
      return { kind: "create", externalId: id, values };
    }
    const given = Object.fromEntries(
      Object.entries(values).filter(([, value]) => value !== undefined),
    );
    if (values.status !== undefined) given.statusBeforeArchive = null;
    pending.set(current.id, Object.assign(new Customer(), current, given));
    return { kind: "update", current, values: given };
  });
}
