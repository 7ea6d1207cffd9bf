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
  const retryAfter = Number(response.headers.get("retry-after"));
  return {
    kind: "refused",
    status: response.status,
    message: messageIn(await response.json().catch(() => null)),
    retryAfterSeconds: retryAfter > 0 ? retryAfter : undefined,
  };
}

function messageIn(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const message = "message" in body ? body.message : undefined;
  return typeof message === "string" ? message : undefined;
}
