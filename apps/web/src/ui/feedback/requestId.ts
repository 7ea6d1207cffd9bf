/** The request id inside an API error, which support needs to find its log line. */
export function requestIdOf(error: unknown): string | undefined {
  for (const candidate of [error, ...nested(error)]) {
    const id =
      textAt(candidate, "requestId") ?? textAt(valueAt(candidate, "extensions"), "requestId");
    if (id) return id;
  }
  // A response that was not GraphQL at all still has it in a header.
  const response = valueAt(error, "response");
  if (response === undefined || !(response instanceof Response)) return undefined;
  return response.headers.get("x-request-id") ?? undefined;
}

function nested(error: unknown): unknown[] {
  const list = valueAt(error, "errors");
  return Array.isArray(list) ? list : [];
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && key in value
    ? Reflect.get(value, key)
    : undefined;
}

function textAt(value: unknown, key: string): string | undefined {
  const text = valueAt(value, key);
  return typeof text === "string" ? text : undefined;
}
