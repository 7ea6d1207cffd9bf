import { buildSchema, type ExecutionResult, execute, parse } from "graphql";
import { plannedExecution } from "./plannedExecution.js";

const schema = buildSchema(`
  input Part { name: String = "none", numbers: [Int!] }
  type Query { echo(text: String = "none", numbers: [Int!], part: Part, needed: Int! = 1): String }
`);
const resolve = (_root: unknown, args: Record<string, unknown>) => {
  const entries = Object.entries(args).sort(([one], [other]) => one.localeCompare(other));
  return JSON.stringify(entries);
};
const echo = schema.getQueryType()?.getFields().echo;

const VARIABLES = "$text: String, $number: Int, $numbers: [Int!], $part: Part, $needed: Int";
const GIVEN: Record<string, unknown>[] = [
  {},
  { text: "a", number: 1, numbers: [1, 2], part: { numbers: [3] }, needed: 4 },
  { text: null, number: null, numbers: null, part: null, needed: null },
  { text: "b", number: 2, numbers: [], part: { name: null }, needed: 0 },
];

const shown = ({ data, errors }: ExecutionResult) =>
  JSON.stringify([data, errors?.map(({ message, path, locations }) => [message, path, locations])]);

async function executeTwice(source: string, variables: Record<string, unknown>[]) {
  const planned = plannedExecution(schema, 5);
  const document = parse(source);
  const pairs: [planned: string, reference: string][] = [];
  for (const given of [...variables, ...variables]) {
    const operation = { document, operationName: null, variables: given, context: {} };
    const reference = await execute({ schema, document, variableValues: given });
    pairs.push([shown(await planned(operation)), shown(reference)]);
  }
  return pairs;
}

test.each([
  "echo",
  'echo(text: "a", numbers: [1, 2], part: { numbers: [3] }, needed: 2)',
  "echo(text: $text, numbers: [1, 2], part: { numbers: [3] })",
  "echo(numbers: [1, $number], part: { name: $text, numbers: [3] })",
  "echo(numbers: $numbers, part: $part, needed: $needed)",
  'echo(text: "a", part: { numbers: $numbers }, needed: $needed)',
])("%s is given what graphql-js gives it, for any variables", async (field) => {
  if (echo) echo.resolve = resolve;
  for (const [planned, reference] of await executeTwice(`query (${VARIABLES}) { ${field} }`, GIVEN))
    expect(planned).toBe(reference);
});

test("a resolver cannot change what other requests are given", async () => {
  if (!echo) throw new Error("the schema has no echo");
  echo.resolve = (_root, args) => {
    args.part.numbers.push(4);
    return JSON.stringify(args);
  };
  const answers = await executeTwice("{ echo(part: { numbers: [3] }) }", [{}]);
  for (const [planned] of answers) expect(planned).toContain("not extensible");
});
