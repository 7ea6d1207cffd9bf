import { z } from "zod";
import { currentLanguage } from "../i18n/i18n.js";

const accepted = z.object({ id: z.string() });

const refused = z.object({
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z
          .object({
            code: z.string().optional(),
            requestId: z.string().optional(),
            issues: z.array(z.object({ message: z.string() })).catch([]),
          })
          .optional(),
      }),
    )
    .min(1),
});

/** Why a file did not arrive: the server's response, or none. The message is the server's own. */
export class UploadError extends Error {
  override readonly name = "UploadError";

  constructor(
    readonly reason: "refused" | "signed-out" | "too-large" | "no-response",
    message: string,
    /** Finds the log line of a failure on the server. */
    readonly requestId?: string,
  ) {
    super(message);
  }
}

/** A file without a byte in it; it is not sent. */
export class EmptyFileError extends Error {
  override readonly name = "EmptyFileError";

  constructor(readonly fileName: string) {
    super();
  }
}

/**
 * Sends a file to the server and returns the id it has there. `onProgress` is told the share that
 * is sent, from 0 to 1. A customer's file names its customer. Throws UploadError, or the signal's reason where it was given up.
 */
export function uploadFile(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
  customerId?: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    // `fetch` does not tell how much of a body has been sent.
    const request = new XMLHttpRequest();
    const owner = customerId ? `?customerId=${encodeURIComponent(customerId)}` : "";
    request.open("POST", `/files${owner}`);
    request.setRequestHeader("accept-language", currentLanguage());
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      if (total > 0) onProgress(loaded / total);
    });
    request.addEventListener("load", () => {
      const body = jsonIn(request.responseText);
      const parsed = accepted.safeParse(body);
      if (request.status === 201 && parsed.success) resolve(parsed.data.id);
      else reject(refusalOf(request.status, body));
    });
    request.addEventListener("error", () => reject(new UploadError("no-response", "")));
    request.addEventListener("abort", () => reject(signal.reason));
    signal.addEventListener("abort", () => request.abort());
    const body = new FormData();
    body.append("file", file, file.name);
    request.send(body);
  });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refusalOf(status: number, body: unknown): UploadError {
  const parsed = refused.safeParse(body);
  const reason = status === 401 ? "signed-out" : status === 413 ? "too-large" : "refused";
  const [first] = parsed.success ? parsed.data.errors : [];
  return new UploadError(reason, first?.message ?? "", first?.extensions?.requestId);
}
