// A receiver of webhooks that keeps what it was told, and finds what came out of its order.
import { once } from "node:events";
import http from "node:http";
import { setTimeout as pause } from "node:timers/promises";

export async function startReceiver({ delayMs = 0, port = 0 } = {}) {
  /** Events by their ids, in the order in which they came first. */
  const events = new Map();
  let repeated = 0;
  let connections = 0;
  const server = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    if (delayMs > 0) await pause(delayMs);
    const id = request.headers["webhook-id"];
    if (events.has(id)) repeated += 1;
    else {
      const { type, data } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
      events.set(id, { type, recordId: data.recordId, note: data.note });
    }
    response.writeHead(204).end();
  });
  server.on("connection", () => {
    connections += 1;
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}/hook`,
    events,
    get repeated() {
      return repeated;
    },
    get connections() {
      return connections;
    },
    /** The events of a record whose numbers, in their notes, do not grow. */
    problems() {
      const last = new Map();
      const found = [];
      for (const { recordId, note } of events.values()) {
        const number = Number(note);
        if (number <= (last.get(recordId) ?? 0))
          found.push(`record ${recordId}: event ${number} came after ${last.get(recordId)}`);
        last.set(recordId, number);
      }
      return found;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
