import type { Permission } from "@clientela/shared/records/roles";
import sql, { join, type Sql } from "sql-template-tag";
import type { Actor } from "../context.js";
import { columnsOf } from "../database/columns.js";
import type { HistoryRules, NodeKind } from "../feature.js";
import { readableTypes } from "../records/recordTypes.js";
import { allows, protectedFields, type Rule } from "../security/authorize.js";

/** What of the history one may read: plain data, so that the pages of several owners are read together. */
export interface ReadableHistory {
  types: readonly string[];
  /** Actions that are not told of, by type. */
  actions: readonly (readonly [type: string, actions: readonly string[]])[];
  /** Types of which only records of customers are told of. */
  ofCustomers: readonly string[];
  /** Changes that are not told of, by type: properties as the history has them. */
  properties: readonly (readonly [type: string, properties: readonly string[]])[];
}

const rulesByType = new Map<string, HistoryRules>();
const columnsByType = new Map<string, ReadonlySet<string>>();

/** Learns where the history of records is for fewer people; to be called before anything is served. */
export function learnHistoryRules(kinds: readonly NodeKind[]): void {
  for (const { type, history = {} } of kinds) {
    rulesByType.set(type.name, history);
    columnsByType.set(type.name, new Set(columnsOf(type).map(({ property }) => property)));
  }
}

type Guarded = readonly (readonly [property: string, rules: readonly Rule[]])[];

let guardedByType: ReadonlyMap<string, Guarded> | undefined;

// What a field of a record asks for, its changes ask for too; those of a pointer are changes of its id.
function guardedOf(type: string): Guarded {
  guardedByType ??= new Map(
    [...Map.groupBy(protectedFields(), (door) => door.type)].map(
      ([name, all]): [string, Guarded] => {
        const columns = columnsByType.get(name);
        const guarded = all.flatMap(({ field, rules = [] }) =>
          [field, `${field}Id`].flatMap((property) =>
            columns?.has(property) ? [[property, rules] as const] : [],
          ),
        );
        return [name, guarded];
      },
    ),
  );
  const fields = Object.entries(rulesByType.get(type)?.fields ?? {});
  return [
    ...(guardedByType.get(type) ?? []),
    ...fields.map(([field, rule]) => [field, [rule]] as const),
  ];
}

const hiddenProperties = (actor: Actor, type: string): string[] =>
  guardedOf(type).flatMap(([property, rules]) => (allows(actor, rules) ? [] : property));

/** What of the history an actor may read. */
export function readableHistory(actor: Actor): ReadableHistory {
  const types = readableTypes(actor);
  const lacks = (permission: Permission) => !actor.permissions.has(permission);
  const rules = types.flatMap((type) => {
    const known = rulesByType.get(type);
    return known ? [[type, known] as const] : [];
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
    properties: withSome(types.map((type) => [type, hiddenProperties(actor, type)])),
  };
}

/** Holds for changes `c` of entries `r` that may be told of. */
export function isReadableChange({ properties }: ReadableHistory): Sql {
  if (properties.length === 0) return sql`true`;
  const hidden = properties.map(
    ([type, names]) => sql`(r.record_type = ${type}::text AND c->>'field' = ANY(${names}::text[]))`,
  );
  return sql`NOT (${join(hidden, " OR ")})`;
}

/** Holds for entries `r` of the history that may be read: nobody is told what a record's own doors refuse. */
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
    // An entry of which nothing is left is none.
    where.push(sql`(r.action <> 'updated' OR r.record_type <> ALL(${properties.map(([type]) => type)}::text[])
      OR EXISTS (SELECT 1 FROM jsonb_array_elements(r.changes) c WHERE ${isReadableChange(readable)}))`);
  }
  return join(where, " AND ");
}

/** The changes of an entry, by property, that an actor may read. */
export function readableChanges<Change extends { field: string }>(
  actor: Actor,
  recordType: string,
  changes: readonly Change[],
): Change[] {
  const hidden = hiddenProperties(actor, recordType);
  return hidden.length === 0
    ? [...changes]
    : changes.filter(({ field }) => !hidden.includes(field));
}

/** Whether an actor may read all that the history can tell of a type. */
export function readsAllOf(actor: Actor, type: string): boolean {
  const { types, actions, ofCustomers, properties } = readableHistory(actor);
  return (
    types.includes(type) &&
    !ofCustomers.includes(type) &&
    ![...actions, ...properties].some(([hidden]) => hidden === type)
  );
}
