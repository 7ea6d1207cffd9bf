import { readFile } from "node:fs/promises";
import { isInputObjectType, isInterfaceType, isNonNullType, isObjectType } from "graphql";
import { doors } from "./platform/doors/authorize.js";
import { printedPermissions } from "./printPermissions.js";
import { printedSchema, printedSubgraph } from "./printSchema.js";
import { createSchema, nodeKinds } from "./schema.js";

test("schema.graphql is the schema of the code; `pnpm -C apps/api run print-schema` writes it", async () => {
  expect(await readFile(new URL("../schema.graphql", import.meta.url), "utf8")).toBe(
    printedSchema(),
  );
});

test("subgraph.graphql is what gateways are told; `pnpm -C apps/api run print-schema` writes it", async () => {
  const committed = new URL("../subgraph.graphql", import.meta.url);
  expect(await readFile(committed, "utf8")).toBe(printedSubgraph());
});

test("docs/permissions.md says what the code declares; `pnpm -C apps/api run print-schema` writes it", async () => {
  const page = new URL("../../../docs/permissions.md", import.meta.url);
  expect(await readFile(page, "utf8")).toBe(printedPermissions());
});

test("every query, mutation, subscription and edge says who may call it", () => {
  printedSchema();
  expect(doors().length).toBeGreaterThan(0);
  expect(doors().filter((door) => !door.rules?.length)).toEqual([]);
});

test("every type and field of the graph says what it is", () => {
  const silent = Object.values(createSchema().getTypeMap())
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
  const others = Object.values(createSchema().getMutationType()?.getFields() ?? {})
    .filter(({ args }) => args.length > 0)
    .filter(
      ({ args }) =>
        args.map(({ name }) => name).join() !== "input" || !isNonNullType(args[0]?.type),
    );
  expect(others.map(({ name }) => name)).toEqual([]);
});

test("every record has an id, its times and a version", () => {
  const schema = createSchema();
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

// Clients keep what has an id by its type and id, so that an id which is not one of `node` mixes up what they keep.
test("what has an id is a record that `node` finds", () => {
  const schema = createSchema();
  const withId = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => "id" in type.getFields());
  expect(withId.map(({ name }) => name).sort()).toEqual(
    nodeKinds.map(({ type }) => type.name).sort(),
  );
  const node = schema.getType("Node");
  if (!isInterfaceType(node)) throw new Error("there is no interface Node");
  expect(withId.filter((type) => !schema.getPossibleTypes(node).includes(type))).toEqual([]);
});
