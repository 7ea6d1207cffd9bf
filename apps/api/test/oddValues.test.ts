import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from "graphql";
import { registry } from "../src/features.js";
import { protectedFields } from "../src/platform/security/authorize.js";
import { createSchema } from "../src/schema.js";
import { type Path, pathsFrom } from "./schema/pathsFrom.js";
import { sampleOf } from "./schema/sampleArguments.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import { oneOfEachKind } from "./support/oneOfEachKind.js";

// Every argument of the schema, however deep in filters and inputs, is given values that its type can hold and no
// record has: what comes back is an answer or a refusal in words, never INTERNAL.

const ODD: Readonly<Record<string, readonly string[]>> = {
  ID: ['"42"', '""'],
  Date: ['"0001-01-01"', '"9999-12-31"'],
  LocalTime: ['"00:00"', '"23:59"'],
  DateTime: [
    '"0000-01-01T00:00:00Z"',
    '"0001-01-01T00:00:00+14:00"',
    '"9999-12-31T23:59:59.999-14:00"',
  ],
  Decimal: [`"${"9".repeat(60)}.99"`, '"-0.0000000000000000001"'],
  Int: ["-2147483648", "2147483647"],
  Float: ["1e308", "-1e308"],
  String: ['""', '"\\\\%_"'],
  CurrencyCode: ['"ZZZ"'],
  CountryCode: ['"ZZ"'],
  URL: ['"http://["', '"https://@:0/"'],
  EmailAddress: ['"@"', '""'],
};
const DEEPEST = 4;
const AT_ONCE = 10;
// What would weigh too much is refused before it is tried.
const WEIGHED = new Set(["first", "last"]);

type Slot = GraphQLArgument | GraphQLInputField;

const needed = (slots: readonly Slot[]) =>
  slots.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);

/** All ways to write a value of a type with one odd value somewhere in it, and all else the least it takes. */
function* oddValues(type: GraphQLInputType, most: number, depth: number): Generator<string> {
  if (isNonNullType(type)) yield* oddValues(type.ofType, most, depth);
  else if (isListType(type)) {
    for (const value of oddValues(type.ofType, most, depth)) yield `[${value}]`;
  } else if (isScalarType(type)) yield* (ODD[type.name] ?? []).slice(0, most);
  else if (isInputObjectType(type) && depth < DEEPEST) {
    const fields = Object.values(type.getFields());
    yield* oddSets(fields, type.isOneOf, most, depth + 1, (inner) => `{ ${inner} }`);
  }
}

function* oddSets(
  slots: readonly Slot[],
  exclusiveFlag: boolean,
  most: number,
  depth: number,
  wrap: (inner: string) => string,
): Generator<string> {
  const least = exclusiveFlag ? [] : needed(slots);
  for (const slot of slots) {
    const others = least
      .filter((one) => one !== slot)
      .map(({ name, type }) => `${name}: ${sampleOf(type)}`);
    if (WEIGHED.has(slot.name)) continue;
    for (const value of oddValues(slot.type, most, depth))
      yield wrap([...others, `${slot.name}: ${value}`].join(", "));
  }
}

/** Of a page what makes the server look for it. */
function innerOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return "";
  if (!isObjectType(type) || !type.getFields().totalCount) return " { __typename }";
  return type.getFields().nodes ? " { totalCount nodes { __typename } }" : " { totalCount }";
}

/** Calls of a field with up to so many odd values in each place. */
function callsOf(field: GraphQLField<unknown, unknown>, most = 9): string[] {
  const inner = innerOf(field);
  return [...oddSets(field.args, false, most, 0, (args) => `${field.name}(${args})${inner}`)];
}

const schema = createSchema(registry);
let server: TestServer;
let admin: Caller;
let paths: Map<string, Path>;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  const nodes = await oneOfEachKind(server, admin);
  const starts = new Map<string, Path>(
    nodes.map(({ type, id }) => [
      type,
      { before: `{ node(id: "${id}") { ... on ${type} {`, after: "} } }", rules: [] },
    ]),
  );
  starts.set("Viewer", { before: "{ viewer {", after: "} }", rules: [] });
  paths = pathsFrom(schema, protectedFields(registry), starts);
});
afterAll(() => server.close());

interface Failure {
  message: string;
  path?: (string | number)[];
  extensions: { code?: string };
}

/** Those of the calls that are answered INTERNAL. */
async function failuresOf(calls: readonly string[], before: string, after: string) {
  const failed: string[] = [];
  for (let at = 0; at < calls.length; at += AT_ONCE) {
    const some = calls.slice(at, at + AT_ONCE);
    const query = `${before} ${some.map((call, index) => `c${at + index}: ${call}`).join(" ")} ${after}`;
    const answer = await admin.ask<unknown>(query);
    const errors = (answer.errors ?? []) as Failure[];
    for (const { path = [], extensions, message } of errors) {
      // The whole request was refused, and nothing of it tried.
      if (path.length === 0) throw new Error(`${extensions.code} ${message}: ${query}`);
      if (extensions.code !== "INTERNAL") continue;
      const alias = path.map(String).find((step) => /^c\d+$/.test(step));
      failed.push(alias ? (calls[Number(alias.slice(1))] ?? alias) : `${query}: ${message}`);
    }
  }
  return failed;
}

const fieldsOf = (name: string) => {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
};

// What a date, an instant, a number or a text in a cursor may be made into.
const ODD_TEXTS = [
  ...[
    "",
    "infinity",
    "0000-01-01",
    "0000-01-01 00:00:00+00",
    "2026-01-01 00:00:00-23",
    "2026-02-29",
  ],
  ...["9".repeat(100), "2147483648", "\u0000"],
];

/** A field whose pages can be asked from a cursor on, in each of its orders. */
function* pagesOf(field: GraphQLField<unknown, unknown>): Generator<string> {
  const names = new Set(field.args.map(({ name }) => name));
  if (!names.has("after") || !getNamedType(field.type).name.endsWith("Connection")) return;
  const least = needed(field.args).map(({ name, type }) => `${name}: ${sampleOf(type)}`);
  const orderBy = field.args.find(({ name }) => name === "orderBy");
  const order = orderBy && getNamedType(orderBy.type);
  const choices = isInputObjectType(order) ? order.getFields().field : undefined;
  const orders = choices && getNamedType(choices.type);
  if (!isEnumType(orders)) {
    yield [`${field.name}(first: 1`, ...least].join(", ");
    return;
  }
  for (const { name } of orders.getValues())
    yield [`${field.name}(first: 1`, ...least, `orderBy: { field: ${name}, direction: DESC }`].join(
      ", ",
    );
}

const encoded = (text: string) => Buffer.from(text).toString("base64url");

/** Cursors that are made like this one, with odd values in the place of what rows are sorted by. */
function oddCursors(cursor: string): string[] {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  if (!text.startsWith("[")) return ODD_TEXTS.map((odd) => encoded(text.replace(/[^:]+$/, odd)));
  const parts: unknown[] = JSON.parse(text);
  return ODD_TEXTS.map((odd) => encoded(JSON.stringify(parts.with(2, odd))));
}

test("cursors", async () => {
  const places: [before: string, after: string, name: string][] = [
    ["{", "}", "Query"],
    ...[...paths].map(([name, { before, after }]): [string, string, string] => [
      before,
      after,
      name,
    ]),
  ];
  const failed: string[] = [];
  let tried = 0;
  for (const [before, after, name] of places) {
    for (const page of fieldsOf(name).flatMap((field) => [...pagesOf(field)])) {
      const answer = await admin.ask<unknown>(
        `${before} page: ${page}) { pageInfo { endCursor } } ${after}`,
      );
      expect([page, answer.errors]).toEqual([page, undefined]);
      const cursor = /"endCursor":"([^"]+)"/.exec(JSON.stringify(answer.data))?.[1];
      if (!cursor) continue;
      tried += 1;
      const calls = oddCursors(cursor).map(
        (odd) => `${page}, after: ${JSON.stringify(odd)}) { nodes { __typename } }`,
      );
      failed.push(...(await failuresOf(calls, before, after)).map((call) => `${name}.${call}`));
    }
  }
  expect(tried).toBeGreaterThan(30);
  expect(failed).toEqual([]);
});

test("queries", async () => {
  const calls = fieldsOf("Query").flatMap((field) => callsOf(field));
  expect(await failuresOf(calls, "{", "}")).toEqual([]);
});

test("mutations", async () => {
  const calls = fieldsOf("Mutation").flatMap((field) => callsOf(field, 1));
  expect(await failuresOf(calls, "mutation {", "}")).toEqual([]);
});

test("fields of records", async () => {
  const failed: string[] = [];
  for (const [name, { before, after }] of paths) {
    const calls = fieldsOf(name).flatMap((field) => callsOf(field));
    failed.push(...(await failuresOf(calls, before, after)).map((call) => `${name}.${call}`));
  }
  expect(failed).toEqual([]);
});
