import { type DestinationStream, destination, type Logger, pino } from "pino";
import pretty from "pino-pretty";

const SECRETS = ["req.headers.cookie", "req.headers.authorization", "*.password", "*.token"];

interface LoggedRequest {
  method: string;
  url: string;
  ip: string;
}

// A query can hold the token of a link, or what someone searched for.
const requestWithoutQuery = ({ method, url, ip }: LoggedRequest) => ({
  method,
  url: url.split("?")[0],
  remoteAddress: ip,
});

/** The log: JSON lines in production, formatted in a terminal; secrets are masked. */
export function createLog(
  level: string,
  terminal: boolean,
  stream: DestinationStream = terminal
    ? pretty({ colorize: true, destination: 2 })
    : destination(2),
): Logger {
  return pino(
    {
      level,
      redact: { paths: SECRETS, censor: "[secret]" },
      serializers: { req: requestWithoutQuery },
    },
    stream,
  );
}
