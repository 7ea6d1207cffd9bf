import type { Feature } from "./platform/feature.js";
import { externalIdResolvers } from "./platform/graph/externalIds.resolver.js";
import { composeListExtensions } from "./platform/graph/listExtension.js";
import { composeMessages } from "./platform/graph/messages.js";
import { nodeResolver } from "./platform/graph/node.resolver.js";
import { subgraphResolver } from "./platform/graph/subgraph.resolver.js";
import type { Registry } from "./platform/registry.js";

/** Adds up what features bring. Throws where two of them claim the same name. */
export function composeRegistry(features: readonly Feature[]): Registry {
  const nodeKinds = all(features, ({ nodes }) => nodes);
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
    trashKinds: all(features, ({ trash }) => trash),
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
    uploadUses: all(features, ({ uploadUse }) => uploadUse && [uploadUse]),
    messages: composeMessages(all(features, ({ messages }) => messages && [messages])),
    jobHandlers: byName(features, "jobs", ({ jobs }) => jobs),
  });
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
