import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Unavailable } from "../errors.js";

declare module "fastify" {
  interface FastifyInstance {
    /** How it comes to an end. */
    drain: Drain;
  }
}

const LOOK_MS = 50;
const GOODBYE_MS = 1_000;
const RETRY_AFTER_SECONDS = 5;
/** The close code after which clients connect again (RFC 6455, registered by IANA). */
const SERVICE_RESTART = 1012;
/** Who watches over the process asks these to the end. */
const HEALTH = new Set(["/healthz", "/readyz"]);

/**
 * Ends a server in steps: it is not ready first, while it still answers and balancers look away; then requests are
 * refused with when to try again while those under way are answered; then its connections are closed.
 */
export class Drain {
  /** What is under way gets so long to be answered; a slower upload is broken off. */
  patienceMs = 10_000;
  private phase: "open" | "announced" | "refusing" = "open";
  private readonly inFlight = new Set<ServerResponse>();
  private readonly sockets = new Set<Socket>();

  constructor(private readonly server: FastifyInstance) {
    server.server.on("connection", (socket) => {
      this.sockets.add(socket);
      socket.once("close", () => this.sockets.delete(socket));
    });
    server.server.on("request", (_request, response) => {
      this.inFlight.add(response);
      response.once("close", () => this.inFlight.delete(response));
    });
    server.addHook("onRequest", async (request, reply) => {
      if (this.phase === "open") return;
      reply.header("connection", "close");
      if (this.phase === "refusing") refuse(request);
    });
    server.addHook("preClose", () => this.finish());
  }

  /** Whether it is about to end, and wants no more requests. */
  get isLeaving(): boolean {
    return this.phase !== "open";
  }

  /** Says that it is not ready any more; it goes on answering. */
  announce(): void {
    if (this.phase === "open") this.phase = "announced";
  }

  // Before the server stops listening, so that whoever comes meanwhile gets an answer.
  private async finish(): Promise<void> {
    this.phase = "refusing";
    const { websocketServer } = this.server;
    for (const client of websocketServer.clients) client.close(SERVICE_RESTART, "Restarting");
    const end = Date.now() + this.patienceMs;
    while (this.inFlight.size > 0 && Date.now() < end) await pause(LOOK_MS);
    for (const response of this.inFlight) response.socket?.destroy();
    const goodbye = Date.now() + GOODBYE_MS;
    while (websocketServer.clients.size > 0 && Date.now() < goodbye) await pause(LOOK_MS);
    for (const client of websocketServer.clients) client.terminate();
    // What connects in the last moment, and what connected and never asked anything, keeps nobody waiting.
    const timer = setInterval(() => this.closeIdle(), LOOK_MS);
    this.server.server.once("close", () => clearInterval(timer));
    this.closeIdle();
  }

  private closeIdle(): void {
    const busy = new Set([...this.inFlight].map(({ socket }) => socket));
    for (const socket of this.sockets) if (!busy.has(socket)) socket.destroy();
  }
}

function refuse({ routeOptions }: FastifyRequest): void {
  if (!HEALTH.has(routeOptions.url ?? ""))
    throw new Unavailable("SHUTTING_DOWN", RETRY_AFTER_SECONDS);
}
