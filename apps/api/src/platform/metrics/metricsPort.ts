import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import { SetupError } from "../setupError.js";
import { watchProcess } from "./processMetrics.js";

/** Where metrics can be read without signing in; whoever sets it keeps strangers away from that port. */
export interface MetricsPort {
  /** The port that it listens at, also where any was asked for. */
  port: number;
  close(): Promise<void>;
}

/**
 * Serves metrics at a port of its own, for Prometheus, and `/healthz`, which says that the process is alive.
 * @param setting the setting that names the port, for errors
 * @throws SetupError where the port cannot be listened at
 */
export async function openMetricsPort(
  registry: Registry,
  { port, host, setting, log }: { port: number; host: string; setting: string; log: Logger },
): Promise<MetricsPort> {
  watchProcess(registry);
  const server = createServer((request, response) => {
    if (request.method === "GET" && request.url === "/healthz") {
      response.writeHead(200, { "content-type": "application/json" }).end('{"status":"ok"}');
      return;
    }
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { "content-type": registry.contentType }).end(text),
      (err: unknown) => {
        log.warn({ err }, "metrics could not be read");
        response.writeHead(500).end();
      },
    );
  });
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? error.code : error;
    throw new SetupError(
      `Metrics cannot be served at ${host}:${port} (${reason}). Set ${setting} to a free port.`,
    );
  }
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
