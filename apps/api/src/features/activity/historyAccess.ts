import type { Permission } from "@clientela/shared/records/roles";
import sql, { join, type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { columnsOf } from "../../platform/database/columns.js";
import { readableTypes } from "../../platform/records/recordTypes.js";
import type { Registry } from "../../platform/registry.js";
import { allows, protectedFields, type Rule } from "../../platform/security/authorize.js";

/** What a caller may read of the history: plain data, so that the pages of several callers can be read in one statement. */
export interface ReadableHistory {
  types: readonly string[];
  /** Hidden actions, by record type. */
  actions: readonly (readonly [type: string, actions: readonly string[]])[];
  /** Record types of which only the records of customers are readable. */
  ofCustomers: readonly string[];
  /** Hidden changes, by record type: properties as the history stores them. */
  properties: readonly (readonly [type: string, properties: readonly string[]])[];
}

/** The caller who reads the history, and the features it covers. */
export type HistoryReader = Pick<Context, "app" | "actor">;

/** The properties of a kind of record whose changes need a further permission. */
type Guarded = readonly (readonly [property: string, rules: readonly Rule[]])[];

// Derived from the registry once its schema is built.
const guardedByRegistry = new WeakMap<Registry, ReadonlyMap<string, Guarded>>();

// Changes of a field need the permissions of the field; those of a reference are stored as changes of its id.
function guardedOf(registry: Registry): ReadonlyMap<string, Guarded> {
  const known = guardedByRegistry.get(registry);
  if (known) return known;
  const fieldsByType = Map.groupBy(protectedFields(registry), ({ type }) => type);
  const guarded = new Map(
    [...registry.recordTypes].map(([name, { type, history }]): [string, Guarded] => {
      const columns = new Set(columnsOf(type).map(({ property }) => property));
      const own = (fieldsByType.get(name) ?? []).flatMap(({ field, rules = [] }) =>
        [field, `${field}Id`].flatMap((property) =>
          columns.has(property) ? [[property, rules] as const] : [],
        ),
      );
      const ofHistory = Object.entries(history?.fields ?? {});
      return [name, [...own, ...ofHistory.map(([field, rule]) => [field, [rule]] as const)]];
    }),
  );
  guardedByRegistry.set(registry, guarded);
  return guarded;
}

// What names other customers is for those who see all.
const hiddenProperties = ({ app, actor }: HistoryReader, type: string): string[] => [
  ...(guardedOf(app.registry).get(type) ?? []).flatMap(([property, rules]) =>
    allows(actor, rules) ? [] : property,
  ),
  ...(actor.scope ? (app.registry.recordTypes.get(type)?.history?.othersNames ?? []) : []),
];

/** What a caller may read of the history. */
export function readableHistory(reader: HistoryReader): ReadableHistory {
  const { app, actor } = reader;
  const types = readableTypes(reader);
  const lacks = (permission: Permission) => !actor.permissions.has(permission);
  const rules = types.flatMap((type) => {
    const history = app.registry.recordTypes.get(type)?.history;
    return history ? [[type, history] as const] : [];
  });
  const withSome = (all: (readonly [string, readonly string[]])[]) =>
    all.filter(([, names]) => names.length > 0);
  return {
    types,
    actions: withSome(
      rules.map(([type, { actions = {} }]) => [
        type,
        Object.entries(actions).flatMap(([action, permission]) =>
          lacks(permission) ? action : [],
        ),
      ]),
    ),
    ofCustomers: rules.flatMap(([type, { ofNoCustomer }]) =>
      ofNoCustomer && lacks(ofNoCustomer) ? type : [],
    ),
    properties: withSome(types.map((type) => [type, hiddenProperties(reader, type)])),
  };
}

/** Matches changes `c` of entries `r` that the caller may read. */
export function isReadableChange({ properties }: ReadableHistory): Sql {
  if (properties.length === 0) return sql`true`;
  const hidden = properties.map(
    ([type, names]) => sql`(r.record_type = ${type}::text AND c->>'field' = ANY(${names}::text[]))`,
  );
  return sql`NOT (${join(hidden, " OR ")})`;
}

/** Matches history entries `r` that the caller may read: never more than the record's own permissions allow. */
export function isReadableEntry(readable: ReadableHistory): Sql {
  const { types, actions, ofCustomers, properties } = readable;
  const where = [sql`r.record_type = ANY(${types}::text[])`];
  for (const [type, names] of actions) {
    where.push(sql`NOT (r.record_type = ${type}::text AND r.action = ANY(${names}::text[]))`);
  }
  if (ofCustomers.length > 0) {
    where.push(sql`(r.customer_id IS NOT NULL OR r.record_type <> ALL(${ofCustomers}::text[]))`);
  }
  if (properties.length > 0) {
    // An entry whose changes are all hidden is hidden as well.
    where.push(sql`(r.action <> 'updated' OR r.record_type <> ALL(${properties.map(([type]) => type)}::text[])
      OR EXISTS (SELECT 1 FROM jsonb_array_elements(r.changes) c WHERE ${isReadableChange(readable)}))`);
  }
  return join(where, " AND ");
}

/** The changes of an entry, by property, that a caller may read. */
export function readableChanges<Change extends { field: string }>(
  reader: HistoryReader,
  recordType: string,
  changes: readonly Change[],
): Change[] {
  const hidden = hiddenProperties(reader, recordType);
  return hidden.length === 0
    ? [...changes]
    : changes.filter(({ field }) => !hidden.includes(field));
}

/** Whether a caller may read the whole history of a record type. */
export function readsAllOf(reader: HistoryReader, type: string): boolean {
  const { types, actions, ofCustomers, properties } = readableHistory(reader);
  return (
    types.includes(type) &&
    !ofCustomers.includes(type) &&
    ![...actions, ...properties].some(([hidden]) => hidden === type)
  );
}
