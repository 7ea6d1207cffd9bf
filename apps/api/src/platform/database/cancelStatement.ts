import pg from "pg";
import type { DatabaseClient } from "./connections/client.js";

const CANCEL_MS = 2_000;

/** What the driver's connection does beyond its types: https://www.postgresql.org/docs/current/protocol-flow.html */
class CancelConnection extends pg.Connection {
  declare connect: (portOrPath: number | string, host?: string) => void;
  declare requestSsl: () => void;
  declare cancel: (processID: number, secretKey: number) => void;
}

/**
 * Asks the server to cancel the statement that a connection waits for, over a connection of its own that needs no
 * login. Done when the server has passed it on: a statement that is sent from then on is not meant. Throws where the
 * server does not answer in time.
 */
export async function cancelStatement(client: DatabaseClient): Promise<void> {
  const { processID, secretKey, ssl, sslNegotiation, host, port } = client;
  if (processID === null || secretKey === null) throw new Error("the connection is not open yet");
  const connection = new CancelConnection({ ssl });
  const ask = () => connection.cancel(processID, secretKey);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(
    () => connection.stream.destroy(new Error("the server took no request to cancel a statement")),
    CANCEL_MS,
  );
  connection.on("connect", () => {
    if (!ssl) ask();
    else if (sslNegotiation !== "direct") connection.requestSsl();
  });
  connection.on("sslconnect", ask).on("error", reject).on("end", resolve);
  if (host.startsWith("/")) connection.connect(`${host}/.s.PGSQL.${port}`);
  else connection.connect(port, host);
  await promise.finally(() => clearTimeout(timer));
}
