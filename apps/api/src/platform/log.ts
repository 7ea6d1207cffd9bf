import { destination, type Logger, pino } from "pino";
import pretty from "pino-pretty";

const SECRETS = ["req.headers.cookie", "req.headers.authorization", "*.password", "*.token"];

/** The log: JSON lines in production, readable in a terminal; secrets are masked. */
export function createLog(level: string, terminal: boolean): Logger {
  const stream = terminal ? pretty({ colorize: true, destination: 2 }) : destination(2);
  return pino({ level, redact: { paths: SECRETS, censor: "[secret]" } }, stream);
}
