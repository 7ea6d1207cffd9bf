import { getNamedType, isListType, isNonNullType, isObjectType } from "graphql";

const isList = (type) => (isNonNullType(type) ? isList(type.ofType) : isListType(type));
const isPart = (type) =>
  isObjectType(type) && !type.getFields().id && !/^(_|Page)|Connection$/.test(type.name);

/**
 * A codegen plugin: what the cache must know of the schema. `ownedLists` are the lists of records that can be ordered, by
 * type; `parts` are types without an id of their own that stand once in another.
 */
export const plugin = (schema) => {
  const { Mutation, Query, Subscription, ...types } = schema.getTypeMap();
  const ownedLists = {};
  const parts = new Set();
  for (const type of Object.values(types)) {
    if (!isObjectType(type) || type.name.startsWith("_")) continue;
    const fields = Object.values(type.getFields());
    for (const { type: fieldType } of fields) {
      const named = getNamedType(fieldType);
      if (isPart(named) && !isList(fieldType)) parts.add(named.name);
    }
    const lists = fields.filter(({ args }) => args.some(({ name }) => name === "orderBy"));
    if (type.getFields().id && lists.length > 0)
      ownedLists[type.name] = lists.map(({ name }) => name);
  }
  return [
    `export const ownedLists: Record<string, readonly string[]> = ${JSON.stringify(ownedLists)};`,
    `export const parts: readonly string[] = ${JSON.stringify([...parts])};\n`,
  ].join("\n");
};
