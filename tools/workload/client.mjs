// Asks until it is answered: what is unavailable for now is asked again, under the same key.
import { setTimeout as pause } from "node:timers/promises";

const RETRY_MS = 150;
const PATIENCE_MS = 120_000;
/** Statuses and codes that say: not now. Everything else is an answer, or a fault of the server. */
const LATER = new Set([429, 499, 503, 507]);
const LATER_CODES = new Set(["UNAVAILABLE", "STORAGE_FULL"]);
/** A proxy in front says that nobody answered; the body is its own. */
const NOBODY_THERE = new Set([502, 504]);

/** Sends a GraphQL request until it is answered; `key` makes a mutation happen once. Returns its data. */
export async function ask({ url, headers }, query, variables = {}, key = undefined) {
  const request = {
    method: "POST",
    headers: { ...headers, ...(key ? { "idempotency-key": key } : {}) },
    body: JSON.stringify({ query, variables }),
  };
  return untilAnswered(`${url}/graphql`, request, async (response) => {
    const { data, errors } = await response.json();
    if (errors?.every(({ extensions }) => LATER_CODES.has(extensions?.code))) return null;
    if (errors || response.status !== 200)
      throw new Error(`${response.status} ${JSON.stringify(errors)} to ${query.slice(0, 80)}`);
    return { value: data };
  });
}

/** Sends a request until it is answered; `read` makes the answer of a response, or null where it was none. */
export async function untilAnswered(url, request, read) {
  const end = Date.now() + PATIENCE_MS;
  let last = "nothing";
  while (Date.now() < end) {
    let response;
    try {
      response = await fetch(url, { ...request, signal: AbortSignal.timeout(60_000) });
      if (NOBODY_THERE.has(response.status)) {
        last = `${response.status} of the proxy`;
        await response.body?.cancel();
      } else if (!LATER.has(response.status)) {
        const answer = await read(response);
        if (answer) return answer.value;
      } else {
        last = `${response.status} ${await response.text()}`;
        if (!last.includes('"errors"')) throw new Error(`${last} has no errors`);
      }
    } catch (error) {
      // Connections break when the server is killed; what it says of itself is told above.
      if (!isBroken(error)) throw error;
      last = String(error.cause ?? error);
    }
    await pause(RETRY_MS);
  }
  throw new Error(`not answered within ${PATIENCE_MS} ms; the last answer was ${last}`);
}

const isBroken = (error) =>
  error instanceof TypeError || error.name === "TimeoutError" || error.name === "AbortError";
