import pg from "pg";
import type { DatabaseClient } from "./connections/client.js";

const CANCEL_MS = 2_000;

/** Members of the driver's connection that its types lack: https://www.postgresql.org/docs/current/protocol-flow.html */
class CancelConnection extends pg.Connection {
  declare connect: (portOrPath: number | string, host?: string) => void;
  declare requestSsl: () => void;
  declare cancel: (processID: number, secretKey: number) => void;
}

/**
 * Asks the server to cancel the statement that a connection is running, over a connection of its own that needs no
 * login. Resolves when the server has forwarded it: statements sent from then on are not affected. Throws where the
 * server does not respond in time.
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
