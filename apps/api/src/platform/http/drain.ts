import type { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Unavailable } from "../errors.js";

declare module "fastify" {
  interface FastifyInstance {
    /** How the server shuts down. */
    drain: Drain;
  }
}

const LOOK_MS = 50;
const GOODBYE_MS = 1_000;
const RETRY_AFTER_SECONDS = 5;
/** The close code after which clients connect again (RFC 6455, registered by IANA). */
const SERVICE_RESTART = 1012;
/** The supervisor's probes, which get responses until the end. */
const HEALTH = new Set(["/healthz", "/readyz"]);

/**
 * Shuts a server down in steps: first it is not ready, but still responds, so that load balancers turn away; then requests are
 * refused with `Retry-After` while running ones finish; then its connections are closed.
 */
export class Drain {
  /** The time that requests in progress get to finish; a slower upload is aborted. */
  patienceMs = 10_000;
  private phase: "open" | "announced" | "refusing" = "open";
  /**
   * The open connections, each with the number of its running requests. A Set of the responses would change with every
   * request: its discarded tables reference one another, so that a single one in V8's old generation keeps all
   * later responses until the next major garbage collection (decision 16).
   */
  private readonly sockets = new Map<Socket, number>();

  constructor(private readonly server: FastifyInstance) {
    server.server.on("connection", (socket) => {
      this.sockets.set(socket, 0);
      socket.once("close", () => this.sockets.delete(socket));
    });
    server.server.on("request", ({ socket }, response) => {
      this.count(socket, 1);
      response.on("close", () => this.count(socket, -1));
    });
    // Not async: every request would create a promise for it.
    server.addHook("onRequest", (request, reply, done) => {
      if (this.phase !== "open") reply.header("connection", "close");
      if (this.phase === "refusing") refuse(request);
      done();
    });
    server.addHook("preClose", () => this.finish());
  }

  /** Whether it is shutting down, and accepts no more requests. */
  get isLeaving(): boolean {
    return this.phase !== "open";
  }

  /** Reports that it is not ready any more, and continues to respond. */
  announce(): void {
    if (this.phase === "open") this.phase = "announced";
  }

  // Before the server stops listening, so that requests that arrive meanwhile get a response.
  private async finish(): Promise<void> {
    this.phase = "refusing";
    const { websocketServer } = this.server;
    for (const client of websocketServer.clients) client.close(SERVICE_RESTART, "Restarting");
    const end = Date.now() + this.patienceMs;
    while (this.busy.length > 0 && Date.now() < end) await pause(LOOK_MS);
    for (const socket of this.busy) socket.destroy();
    const goodbye = Date.now() + GOODBYE_MS;
    while (websocketServer.clients.size > 0 && Date.now() < goodbye) await pause(LOOK_MS);
    for (const client of websocketServer.clients) client.terminate();
    // Connections opened at the last moment, and those without a request, are not waited for.
    const timer = setInterval(() => this.closeIdle(), LOOK_MS);
    this.server.server.once("close", () => clearInterval(timer));
    this.closeIdle();
  }

  private get busy(): Socket[] {
    return [...this.sockets].filter(([, requests]) => requests > 0).map(([socket]) => socket);
  }

  // A closed connection no longer counts.
  private count(socket: Socket, requests: number): void {
    const before = this.sockets.get(socket);
    if (before !== undefined) this.sockets.set(socket, before + requests);
  }

  private closeIdle(): void {
    for (const [socket, requests] of this.sockets) if (requests === 0) socket.destroy();
  }
}

function refuse({ routeOptions }: FastifyRequest): void {
  if (!HEALTH.has(routeOptions.url ?? ""))
    throw new Unavailable("SHUTTING_DOWN", RETRY_AFTER_SECONDS);
}
