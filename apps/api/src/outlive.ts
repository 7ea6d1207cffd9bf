import type { Logger } from "pino";

// What goes wrong with one connection says nothing of the rest of the process.
const OF_CONNECTIONS = new Set(["read", "write", "connect", "shutdown", "getaddrinfo"]);

const isOfConnection = (error: object): boolean =>
  "syscall" in error && OF_CONNECTIONS.has(String(error.syscall));

/**
 * What becomes of errors that nobody caught: all are logged. A rejected promise and an error of a connection concern
 * who waited for them; after any other error nobody knows what state the process is in, so that it ends with 1 and
 * what started it starts it again. What was committed is safe.
 */
export function outliveErrors(log: Logger): void {
  process.on("unhandledRejection", (err) =>
    log.error({ err }, "a failure was not heard of by anybody"),
  );
  process.on("uncaughtException", (err) => {
    if (isOfConnection(err)) {
      log.error({ err }, "an error of a connection was not caught by anybody");
      return;
    }
    log.fatal({ err }, "an error was not caught by anybody, so that the process ends");
    process.exit(1);
  });
}
