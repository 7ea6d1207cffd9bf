import { readFile } from "node:fs/promises";
import {
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { registry } from "./features.js";
import { type ProtectedField, protectedFields, type Rule } from "./platform/security/authorize.js";
import { printedPermissions } from "./printPermissions.js";
import { printedSchema, printedSubgraph } from "./printSchema.js";
import { createSchema } from "./schema.js";

test("schema.graphql is the schema of the code; `pnpm -C apps/api run print-schema` writes it", async () => {
  expect(await readFile(new URL("../schema.graphql", import.meta.url), "utf8")).toBe(
    printedSchema(),
  );
});

test("subgraph.graphql is what gateways get; `pnpm -C apps/api run print-schema` writes it", async () => {
  const committed = new URL("../subgraph.graphql", import.meta.url);
  expect(await readFile(committed, "utf8")).toBe(printedSubgraph());
});

test("docs/permissions.md says what the code declares; `pnpm -C apps/api run print-schema` writes it", async () => {
  const page = new URL("../../../docs/permissions.md", import.meta.url);
  expect(await readFile(page, "utf8")).toBe(printedPermissions());
});

test("every query, mutation, subscription and edge says who may call it", () => {
  printedSchema();
  expect(protectedFields(registry).length).toBeGreaterThan(0);
  expect(protectedFields(registry).filter((door) => !door.rules?.length)).toEqual([]);
});

test("every type and field of the graph says what it is", () => {
  const silent = Object.values(createSchema(registry).getTypeMap())
    .filter(
      (type) =>
        !type.name.startsWith("__") && !["Query", "Mutation", "Subscription"].includes(type.name),
    )
    .flatMap((type) => {
      const fields =
        isObjectType(type) || isInputObjectType(type) || isInterfaceType(type)
          ? type.getFields()
          : {};
      const places = Object.values(fields).filter((field) => !field.description);
      return [
        ...(type.description ? [] : [type.name]),
        ...places.map((field) => `${type.name}.${field.name}`),
      ];
    });
  expect(silent).toEqual([]);
});

test("every mutation takes one `input`, or nothing", () => {
  const others = Object.values(createSchema(registry).getMutationType()?.getFields() ?? {})
    .filter(({ args }) => args.length > 0)
    .filter(
      ({ args }) =>
        args.map(({ name }) => name).join() !== "input" || !isNonNullType(args[0]?.type),
    );
  expect(others.map(({ name }) => name)).toEqual([]);
});

test("every record has an id, its times and a version", () => {
  const schema = createSchema(registry);
  const node = schema.getType("Node");
  if (!isInterfaceType(node)) throw new Error("there is no interface Node");
  const records = schema.getPossibleTypes(node);
  expect(records.length).toBeGreaterThan(10);
  for (const record of records) {
    const fields = Object.values(record.getFields()).map(({ name, type }) => `${name}: ${type}`);
    expect(fields).toEqual(
      expect.arrayContaining([
        "id: ID!",
        "createdAt: DateTime!",
        "updatedAt: DateTime!",
        "version: Int!",
      ]),
    );
  }
});

/** The types to which an actor comes who has all permissions but these. */
function typesReachedWithout(schema: GraphQLSchema, missing: readonly Rule[]): Set<string> {
  const rulesOf = new Map(
    protectedFields(registry).map(({ type, field, rules = [] }) => [`${type}.${field}`, rules]),
  );
  const readerOf = new Map<string, Rule>(
    registry.nodeKinds.map(({ type, permission }) => [type.name, permission]),
  );
  const isRefused = (rules: readonly Rule[]) =>
    rules.length > 0 && rules.every((rule) => missing.includes(rule));
  const reached = new Set(["Query", "Mutation", "Subscription"]);
  // Grows while it is walked.
  for (const name of reached) {
    const type = schema.getType(name);
    for (const field of isObjectType(type) ? Object.values(type.getFields()) : []) {
      if (isRefused(rulesOf.get(`${name}.${field.name}`) ?? [])) continue;
      const next = getNamedType(field.type);
      if (isObjectType(next)) reached.add(next.name);
      if (!isAbstractType(next)) continue;
      for (const possible of schema.getPossibleTypes(next)) {
        const reader = readerOf.get(possible.name);
        if (!reader || !isRefused([reader])) reached.add(possible.name);
      }
    }
  }
  return reached;
}

test("what may be refused is nullable, so that a refusal empties no more than its own place", () => {
  const schema = createSchema(registry);
  const isNonNull = ({ type: name, field }: ProtectedField) => {
    const type = schema.getType(name);
    return isObjectType(type) && isNonNullType(type.getFields()[field]?.type);
  };
  const emptying = protectedFields(registry)
    .filter(({ kind }) => kind !== "subscription")
    .filter(isNonNull)
    .filter(
      ({ kind, type, rules = [], personOnly, mayForbid }) =>
        kind === "mutation" ||
        personOnly ||
        mayForbid ||
        (!rules.includes("signed-in") && typesReachedWithout(schema, rules).has(type)),
    );
  expect(emptying.map(({ type, field }) => `${type}.${field}`)).toEqual([]);
});

// Clients keep what has an id by its type and id, so that an id which is not one of `node` mixes up what they keep.
test("what has an id is a record that `node` finds", () => {
  const schema = createSchema(registry);
  const withId = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => "id" in type.getFields())
    // What is in the trash is found by its list alone, until it is restored.
    .filter(({ name }) => name !== "DeletedRecord");
  expect(withId.map(({ name }) => name).sort()).toEqual(
    registry.nodeKinds.map(({ type }) => type.name).sort(),
  );
  const node = schema.getType("Node");
  if (!isInterfaceType(node)) throw new Error("there is no interface Node");
  expect(withId.filter((type) => !schema.getPossibleTypes(node).includes(type))).toEqual([]);
});
