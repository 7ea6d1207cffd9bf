import { type GraphQLField, getNamedType, isObjectType } from "graphql";
import { selectionOf } from "../schema/selection.js";
import type { Answer, Caller } from "../server.js";

/** A mutation of the schema. */
export type Mutation = GraphQLField<unknown, unknown>;

/** One call of a mutation. */
interface Call {
  input: unknown;
  /** The id or key in the input that the response may repeat. */
  secret: string;
}

/** What a caller was told in response to one call. */
export interface Result {
  /** Everything that was said, with the call's secret taken out. */
  text: string;
  /** The code of its error, or OK. */
  code: string;
  /** The paths of its issues, without positions in lists. */
  issues: string[];
}

// As many mutations as one request may hold.
const AT_ONCE = 10;

/** Calls a mutation with each of some inputs; of records in the response it selects fields within so many steps. */
export async function mutationResults(
  caller: Caller,
  mutation: Mutation,
  calls: readonly Call[],
  steps = 1,
): Promise<Result[]> {
  const payload = payloadOf(mutation, steps);
  const results: Result[] = [];
  for (let from = 0; from < calls.length; from += AT_ONCE) {
    const some = calls.slice(from, from + AT_ONCE);
    results.push(...(await inOneRequest(caller, mutation, payload, some)));
  }
  return results;
}

/** What a payload says of itself, and each record in it. */
function payloadOf({ type }: Mutation, steps: number): string {
  const payload = getNamedType(type);
  if (!isObjectType(payload)) throw new Error(`${payload} is no payload`);
  const fields = Object.values(payload.getFields()).map((field) => {
    const of = getNamedType(field.type);
    const isRecord = isObjectType(of) && of.getInterfaces().some(({ name }) => name === "Node");
    return selectionOf(field, isRecord ? steps : steps + 1);
  });
  return `fragment Payload on ${payload} { ${fields.filter(Boolean).join(" ")} }`;
}

async function inOneRequest(
  caller: Caller,
  mutation: Mutation,
  payload: string,
  calls: readonly Call[],
): Promise<Result[]> {
  const names = calls.map((_, index) => `m${index}`);
  const parameters = names.map((name) => `$${name}: ${mutation.args[0]?.type}`);
  const fields = names.map((name) => `${name}: ${mutation.name}(input: $${name}) { ...Payload }`);
  const answer: Answer<Record<string, unknown> | null> = await caller.ask(
    `mutation (${parameters.join(", ")}) { ${fields.join(" ")} } ${payload}`,
    Object.fromEntries(calls.map(({ input }, index) => [names[index], input])),
  );
  if (!answer.data) throw new Error(`${mutation.name}: ${JSON.stringify(answer.errors)}`);
  return calls.map(({ secret }, index) => resultOf(answer, `m${index}`, secret));
}

function resultOf(
  { data, errors = [] }: Answer<Record<string, unknown> | null>,
  name: string,
  secret: string,
): Result {
  const own = errors.filter(({ path }) => path?.[0] === name);
  const said = {
    data: data?.[name],
    errors: own.map(({ message, path, extensions }) => [message, path?.slice(1), extensions]),
  };
  const text = JSON.stringify(said);
  return {
    text: text.replaceAll(secret, "SECRET").toLowerCase(),
    // Fields of the payload may be refused by themselves.
    code: String(own.find(({ path }) => path?.length === 1)?.extensions.code ?? "OK"),
    issues: [...text.matchAll(/"path":"([^"]+)"/g)].map(([, path = ""]) =>
      path.replaceAll(/\.\d+/g, ""),
    ),
  };
}
