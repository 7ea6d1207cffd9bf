/** What came of a request of an entry page. */
export type PostResult =
  | { kind: "ok"; body: unknown }
  | { kind: "refused"; status: number; message?: string; retryAfterSeconds?: number }
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
  const answer = await response.json().catch(() => null);
  return {
    kind: "refused",
    status: response.status,
    message: firstMessage(answer),
    retryAfterSeconds: retryAfter > 0 ? retryAfter : undefined,
  };
}

// By hand and not by zod, which would take a tenth of what the sign-in page may load.
function firstMessage(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null || !("errors" in answer)) return undefined;
  const first: unknown = Array.isArray(answer.errors) ? answer.errors[0] : undefined;
  if (typeof first !== "object" || first === null || !("message" in first)) return undefined;
  return typeof first.message === "string" ? first.message : undefined;
}
