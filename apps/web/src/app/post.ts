/** What came of a request of an entry page. */
export type PostResult =
  | { kind: "ok"; body: unknown }
  | {
      kind: "refused";
      status: number;
      message?: string;
      /** What the server found wrong, as sentences by field. */
      issues: Readonly<Record<string, string>>;
      retryAfterSeconds?: number;
    }
  | { kind: "unreachable" };

/** Sends JSON to one of the server's plain doors; never throws. */
export async function post(path: string, body: unknown): Promise<PostResult> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "accept-language": document.documentElement.lang,
      },
      body: JSON.stringify(body),
    });
  } catch {
    return { kind: "unreachable" };
  }
  if (response.ok) {
    return { kind: "ok", body: await response.json().catch(() => null) };
  }
  const retryAfter = Number(
    response.headers.get("retry-after") ?? response.headers.get("x-retry-after"),
  );
  const error = firstError(await response.json().catch(() => null));
  return {
    kind: "refused",
    status: response.status,
    message: textOf(error, "message"),
    issues: issuesOf(error),
    retryAfterSeconds: retryAfter > 0 ? retryAfter : undefined,
  };
}

/** The token for the second step, in the response to a right password, if a code is required. */
export function secondStepOf(result: PostResult): string | undefined {
  return result.kind === "ok" ? textOf(result.body, "twoFactorChallenge") : undefined;
}

// By hand and not by zod, which would take a tenth of what the sign-in page may load.
function firstError(body: unknown): unknown {
  const errors = partOf(body, "errors");
  return Array.isArray(errors) ? errors[0] : undefined;
}

function issuesOf(error: unknown): Record<string, string> {
  const found = partOf(partOf(error, "extensions"), "issues");
  const issues: Record<string, string> = {};
  for (const issue of Array.isArray(found) ? found : []) {
    const path = textOf(issue, "path");
    const message = textOf(issue, "message");
    if (path && message) issues[path] = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  }
  return issues;
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function textOf(value: unknown, name: string): string | undefined {
  const text = partOf(value, name);
  return typeof text === "string" ? text : undefined;
}
