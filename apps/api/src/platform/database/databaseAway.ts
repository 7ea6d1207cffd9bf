// Errors of PostgreSQL and its driver that mean: not now, but soon again.
const AWAY =
  /^(08|57P0)|ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** Whether an error says that the database is away for now, rather than that something is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const code = "code" in error ? String(error.code) : "";
  const message = "message" in error ? String(error.message) : "";
  return AWAY.test(code) || AWAY.test(message);
}
