import { columnsOf, tableOf } from "./platform/database/columns.js";
import { type ScopedTables, scopesOf, type VisibleRows } from "./platform/database/recordScope.js";
import type { Feature } from "./platform/feature.js";
import { externalIdResolvers } from "./platform/graph/externalIds.resolver.js";
import { composeListExtensions } from "./platform/graph/listExtension.js";
import { composeMessages } from "./platform/graph/messages.js";
import { nodeResolver } from "./platform/graph/node.resolver.js";
import { subgraphResolver } from "./platform/graph/subgraph.resolver.js";
import { composeMetrics } from "./platform/lists/metrics.js";
import type { Registry } from "./platform/registry.js";

/** Adds up what features bring. Throws where two of them claim the same name. */
export function composeRegistry(features: readonly Feature[]): Registry {
  const nodeKinds = all(features, ({ nodes }) => nodes);
  const visibleRows = {
    ...byName(withOwnedRows(features), "visibleRows", (one) => one.visibleRows),
    ...visibleExternalIds(features),
  };
  return Object.freeze<Registry>({
    features: Object.freeze([...features]),
    entities: all(features, ({ entities }) => entities),
    appendOnly: byName(features, "appendOnly", ({ appendOnly }) => appendOnly),
    nodeKinds,
    resolvers: Object.freeze([
      nodeResolver(nodeKinds),
      ...externalIdResolvers(nodeKinds),
      ...all(features, ({ resolvers }) => resolvers),
      subgraphResolver(nodeKinds),
    ]),
    recordTypes: byKey(nodeKinds, ({ type }) => type.name),
    history: theOnly(
      "history",
      all(features, ({ history }) => history && [history]),
    ),
    fieldPaths: byName(features, "fieldPaths", ({ fieldPaths }) => fieldPaths),
    storedKinds: all(features, ({ stored }) => stored),
    ownedRecords: all(features, ({ ownedRecords }) => ownedRecords),
    searchKinds: all(features, ({ search }) => search),
    notifiableRecords: all(features, ({ notifiableRecords }) => notifiableRecords),
    trashKinds: all(features, ({ trash }) => trash),
    visibleRows,
    scopeOf: scopesOf(visibleRows),
    cascadeTables: all(features, ({ cascadeTables }) => cascadeTables),
    erasers: all(features, ({ eraser }) => eraser && [eraser]),
    importers: byKey(
      all(features, ({ importer }) => importer && [importer]),
      ({ recordType }) => recordType,
    ),
    exporters: byKey(
      all(features, ({ exporter }) => exporter && [exporter]),
      ({ recordType }) => recordType,
    ),
    extensibleLists: all(features, ({ extensibleLists }) => extensibleLists),
    listExtensions: composeListExtensions(all(features, ({ listExtensions }) => listExtensions)),
    keptMetrics: byKey(
      all(features, ({ listExtensions }) => listExtensions).flatMap(({ orders = [] }) =>
        orders.map(({ metric }) => metric),
      ),
      ({ name }) => name,
    ),
    metricLoader: composeMetrics(all(features, ({ metrics }) => metrics)),
    documentGuards: all(features, ({ documentGuard }) => documentGuard && [documentGuard]),
    uploadUses: all(features, ({ uploadUse }) => uploadUse && [uploadUse]),
    messages: composeMessages(all(features, ({ messages }) => messages && [messages])),
    jobHandlers: byName(features, "jobs", ({ jobs }) => jobs),
  });
}

/** The features, each with the conditions of its owned records: a noun that names none has them all the same. */
function withOwnedRows(features: readonly Feature[]): Feature[] {
  const [ofOwner] = features.flatMap(({ visibleOwnedRows }) => visibleOwnedRows ?? []);
  return features.map((feature) => {
    const visibleRows: Record<string, VisibleRows> = { ...feature.visibleRows };
    for (const { type, lines } of feature.ownedRecords ?? []) {
      const table = tableOf(type);
      if (ofOwner) visibleRows[table] ??= ofOwner;
      if (!lines) continue;
      const pointer = columnOf(lines.type, lines.property);
      visibleRows[tableOf(lines.type)] = () => `r.${pointer} IN (SELECT o.id FROM ${table} o)`;
    }
    return { ...feature, visibleRows };
  });
}

// An id in another system is seen with its record.
function visibleExternalIds(features: readonly Feature[]): ScopedTables {
  const kinds = all(features, ({ nodes }) => nodes).filter(({ externalIds }) => externalIds);
  if (kinds.length === 0) return {};
  const cases = kinds.map(
    ({ type, table }) => `WHEN '${type.name}' THEN r.record_id IN (SELECT o.id FROM ${table} o)`,
  );
  return { external_ids: () => `CASE r.record_type ${cases.join(" ")} ELSE false END` };
}

function columnOf(type: new () => object, property: string): string {
  const found = columnsOf(type).find((one) => one.property === property);
  if (!found) throw new Error(`${type.name} has no ${property}`);
  return found.column;
}

const all = <Part>(
  features: readonly Feature[],
  partsOf: (feature: Feature) => readonly Part[] | undefined,
): readonly Part[] => Object.freeze(features.flatMap((feature) => partsOf(feature) ?? []));

function theOnly<Part>(what: string, parts: readonly Part[]): Part {
  const [part, ...others] = parts;
  if (!part || others.length > 0) throw new Error(`one feature must bring the ${what}`);
  return part;
}

function byKey<Part>(
  parts: readonly Part[],
  keyOf: (part: Part) => string,
): ReadonlyMap<string, Part> {
  const composed = new Map<string, Part>();
  for (const part of parts) {
    const key = keyOf(part);
    if (composed.has(key)) throw new Error(`two features bring ${key}`);
    composed.set(key, part);
  }
  return composed;
}

function byName<Value>(
  features: readonly Feature[],
  what: string,
  valuesOf: (feature: Feature) => Readonly<Record<string, Value>> | undefined,
): Readonly<Record<string, Value>> {
  const composed: Record<string, Value> = Object.create(null);
  for (const feature of features) {
    for (const [name, value] of Object.entries(valuesOf(feature) ?? {})) {
      if (name in composed)
        throw new Error(`${feature.name}: ${what}.${name} is another feature's already`);
      composed[name] = value;
    }
  }
  return Object.freeze(composed);
}
