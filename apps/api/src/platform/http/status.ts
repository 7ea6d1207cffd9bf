import type { HTTPGraphQLHead } from "@apollo/server";

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  VALIDATION_FAILED: 400,
  QUERY_TOO_COMPLEX: 400,
  DUPLICATE: 409,
  CONFLICT: 409,
  NOT_EMPTY: 409,
  RATE_LIMITED: 429,
  CLIENT_CLOSED_REQUEST: 499,
  UNAVAILABLE: 503,
  FILE_TOO_LARGE: 413,
  CUSTOMER_FILES_FULL: 413,
  IMPORT_FILES_FULL: 413,
  STORAGE_FULL: 507,
};

/** Failures that the caller cannot fix, or only later, have their own HTTP status in the graph as well. */
const OF_SERVER = ["UNAVAILABLE", "STORAGE_FULL"];
// Next to data it is about a part of the request, such as a password that was tried too often.
const OF_SERVER_ALONE = [...OF_SERVER, "RATE_LIMITED"];

// Failures that an operator has to fix last longer.
const LATER = "60";

interface Shown {
  extensions?: Record<string, unknown>;
}

const codeOf = ({ extensions }: Shown): string => String(extensions?.code);

/** The status of an HTTP response that consists of one error. */
export function statusOf(error: Shown): number {
  return STATUS[codeOf(error)] ?? 500;
}

/**
 * Sets the HTTP status of a response with an error that no caller is at fault for, with data or without;
 * returns whether it did.
 */
export function tellServerFailure(
  http: HTTPGraphQLHead,
  errors: readonly Shown[],
  hasData = true,
): boolean {
  const codes = hasData ? OF_SERVER : OF_SERVER_ALONE;
  const error = errors.find((one) => codes.includes(codeOf(one)));
  if (!error) return false;
  http.status = statusOf(error);
  http.headers.set("retry-after", retryAfterOf(error) ?? LATER);
  return true;
}

/** The value of the `Retry-After` header. */
export function retryAfterOf({ extensions }: Shown): string | null {
  const seconds = extensions?.retryAfterSeconds;
  return seconds === undefined ? null : String(seconds);
}
