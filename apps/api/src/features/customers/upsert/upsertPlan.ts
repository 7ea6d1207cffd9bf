import { externalId, sourceKey } from "@clientela/shared/records/externalIds";
import { z } from "zod";
import { Invalid, type Issue } from "../../../platform/errors.js";
import { parseInput } from "../../../platform/graph/parseInput.js";
import type { ExternalId } from "../../../platform/records/externalId.type.js";
import { externalIdKey } from "../../../platform/records/externalIds.js";
import type { Values } from "../../../platform/records/write.js";
import { Customer } from "../customer.entity.js";
import { checkCustomerChanges, checkUpsertedCustomer } from "../customer.rules.js";
import { taxIdsOf } from "../identity/taxId.js";
import type { UpsertCustomerItem } from "./upsert.input.js";

/** What the database has of the customers that the items name. */
export interface Known {
  /** By the id in another system, as `externalIdKey` writes it. */
  customers: ReadonlyMap<string, Customer>;
  /** Which users can own customers. */
  owners: ReadonlySet<string>;
  /** Who has a tax ID, as `taxIdKeys` writes it. */
  holders: ReadonlyMap<string, Holder>;
  /** Joins a customer to the parent of its item, in the eyes of the caller. */
  join(current: Customer | null, values: Values<Customer>): void;
  /** What others have whom the caller does not see. */
  hidden: HiddenKeys;
}

/** Ids in other systems and tax IDs, as `externalIdKey` and `taxIdKeys` write them. */
export interface HiddenKeys {
  externalIds: ReadonlySet<string>;
  taxIds: ReadonlySet<string>;
}

/** Who has a tax ID that an item wants. */
export interface Holder {
  customer: Customer;
  externalIds: readonly ExternalId[];
  /** Whether an item whose id nobody has may mean it, and gives it that id. */
  mayBeMeant: boolean;
}

/** A customer that is made; later items of its id change what it is made with. */
export interface Creation {
  kind: "create";
  externalId: ExternalId;
  values: Values<Customer>;
}

/** What becomes of an item: a new customer, changes of one, issues, or a tax ID that another has. */
export type Step =
  | Creation
  | { kind: "again"; creation: Creation; changes: boolean }
  /** `adopted` is an id by which the customer was not known: it was found by its tax ID. */
  | { kind: "update"; current: Customer; values: Values<Customer>; adopted?: ExternalId }
  | { kind: "refuse"; issues: readonly Issue[] }
  | { kind: "taken"; holder: Creation | Customer };

/** The tax IDs of a customer, each as one text. */
export const taxIdKeys = (values: Values<Customer>): string[] =>
  taxIdsOf(values).map(({ country, value }) => `${country} ${value}`);

// What has a default in the table needs it here: rows that leave it out stand next to others.
const DEFAULTS: Values<Customer> = { status: "ACTIVE", tags: [] };

const idSchema = z.object({ externalId });

/** The owner, the parent and the tax IDs that an item wants, as far as they can be read. */
export function wishesOf({
  ownerId,
  parentId,
  taxId,
  secondTaxId,
}: UpsertCustomerItem): Values<Customer> {
  try {
    return checkCustomerChanges({ ownerId, parentId, taxId, secondTaxId }, new Customer()).values;
  } catch (error) {
    if (error instanceof Invalid) return {};
    throw error;
  }
}

const withoutUndefined = (values: Values<Customer>): Values<Customer> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** The values that an item gives a customer as it is by then; a new one where there is none. Throws Invalid. */
function valuesOf(item: UpsertCustomerItem, current: Customer | null): Values<Customer> {
  if (current) return withoutUndefined(checkCustomerChanges(item, current).values);
  const { legalName, address, ...rest } = item;
  const { values } = checkUpsertedCustomer({
    ...rest,
    ...(legalName == null ? {} : { legalName }),
    ...(address == null ? {} : { address }),
  });
  return { ...DEFAULTS, ...withoutUndefined(values) };
}

const asCustomer = (...values: Values<Customer>[]): Customer =>
  Object.assign(new Customer(), ...values);

/** What the items before leave for those that come after. */
class Plan {
  private readonly creations = new Map<string, Creation>();
  private readonly pending = new Map<string, Customer>();
  private readonly promised = new Map<string, Creation | Customer>();
  private readonly adopted = new Map<string, Customer>();
  private readonly adoptions = new Set<string>();

  constructor(private readonly known: Known) {}

  step(item: UpsertCustomerItem): Step {
    try {
      return this.planned(item);
    } catch (error) {
      if (error instanceof Invalid) return { kind: "refuse", issues: error.issues };
      throw error;
    }
  }

  private planned(item: UpsertCustomerItem): Step {
    const { externalId: id } = parseInput(idSchema, item);
    const idKey = externalIdKey(id);
    const creation = this.creations.get(idKey);
    const adopted = creation ? undefined : this.adoptedBy(item, id);
    const known = this.known.customers.get(idKey) ?? this.adopted.get(idKey) ?? adopted;
    const before = known ? (this.pending.get(known.id) ?? known) : null;
    if (this.known.hidden.externalIds.has(idKey)) {
      throw new Invalid([{ path: "externalId", code: "taken" }]);
    }
    const current = creation ? asCustomer(creation.values) : before;
    const values = valuesOf(item, current);
    if (values.ownerId && values.ownerId !== current?.ownerId) this.assertOwner(values.ownerId);
    const keysNow = current ? taxIdKeys(current) : [];
    const keys = taxIdKeys(current ? asCustomer(current, values) : values);
    for (const key of keys.filter((one) => !keysNow.includes(one))) {
      const holder = this.promised.get(key) ?? this.known.holders.get(key)?.customer;
      if (holder && !(holder instanceof Customer && holder.id === known?.id)) {
        return { kind: "taken", holder };
      }
      if (this.known.hidden.taxIds.has(key)) throw new Invalid([{ path: "taxId", code: "taken" }]);
    }
    this.known.join(current, values);
    const step = this.follow(id, values, creation, current);
    if (adopted && step.kind === "update") {
      step.adopted = id;
      this.adopted.set(idKey, adopted);
      this.adoptions.add(JSON.stringify([adopted.id, sourceKey(id.source)]));
    }
    this.promise(step, keys, keysNow);
    return step;
  }

  // Another system's customer is the one that has its tax ID, unless that one has another id of the same system.
  private adoptedBy(item: UpsertCustomerItem, id: ExternalId): Customer | undefined {
    const idKey = externalIdKey(id);
    if (this.known.customers.has(idKey) || this.adopted.has(idKey)) return undefined;
    const [key = ""] = taxIdKeys(wishesOf({ externalId: id, taxId: item.taxId ?? null }));
    const holder = this.known.holders.get(key);
    if (!holder?.mayBeMeant || this.promised.has(key)) return undefined;
    const { customer, externalIds } = holder;
    if (externalIds.some(({ source }) => sourceKey(source) === sourceKey(id.source)))
      return undefined;
    const givenUp = !taxIdKeys(this.pending.get(customer.id) ?? customer).includes(key);
    const isAdopted = this.adoptions.has(JSON.stringify([customer.id, sourceKey(id.source)]));
    return givenUp || isAdopted ? undefined : customer;
  }

  private follow(
    id: ExternalId,
    values: Values<Customer>,
    creation: Creation | undefined,
    current: Customer | null,
  ): Step {
    if (creation) {
      const changes = Object.entries(values).some(
        ([field, value]) =>
          JSON.stringify(value) !== JSON.stringify(current?.[field as keyof Customer] ?? null),
      );
      Object.assign(creation.values, values);
      return { kind: "again", creation, changes };
    }
    if (!current) {
      const made: Creation = { kind: "create", externalId: id, values };
      this.creations.set(externalIdKey(id), made);
      return made;
    }
    if (values.status !== undefined) values.statusBeforeArchive = null;
    this.pending.set(current.id, asCustomer(current, values));
    return { kind: "update", current, values };
  }

  private assertOwner(ownerId: string): void {
    if (this.known.owners.has(ownerId)) return;
    throw new Invalid([{ path: "ownerId", code: "unknown_user" }]);
  }

  // What is given up is free again, but for what a row still has when others are made.
  private promise(step: Step, keys: readonly string[], keysBefore: readonly string[]): void {
    for (const key of keysBefore) if (!keys.includes(key)) this.promised.delete(key);
    for (const key of keys) {
      if (keysBefore.includes(key)) continue;
      if (step.kind === "create") this.promised.set(key, step);
      if (step.kind === "again") this.promised.set(key, step.creation);
      if (step.kind === "update") this.promised.set(key, step.current);
    }
  }
}

/**
 * Says what becomes of each item, in order: later items see what earlier ones leave, so that of two that want one
 * tax ID the first gets it, and an id that comes again changes what it made.
 */
export function planItems(items: readonly UpsertCustomerItem[], known: Known): Step[] {
  const plan = new Plan(known);
  return items.map((item) => plan.step(item));
}
