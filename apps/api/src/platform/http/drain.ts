import type { IncomingMessage } from "node:http";
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
/** How long it is measured how quickly a body arrives. */
const MEASURED_MS = 1_000;
/** The close code after which clients connect again (RFC 6455, registered by IANA). */
const SERVICE_RESTART = 1012;
/** The supervisor's probes, which get responses until the end. */
const HEALTH = new Set(["/healthz", "/readyz"]);

interface Body {
  request: IncomingMessage;
  /** How many bytes of its socket have been read once it is complete. */
  end: number;
  giveUp(reason: Unavailable): void;
}

/**
 * Shuts a server down in steps: first it is not ready, but still responds, so that load balancers turn away; then requests are
 * refused with `Retry-After` while running ones finish; then its connections are closed.
 */
export class Drain {
  /** The time that requests in progress get to finish. */
  patienceMs = 10_000;
  private phase: "open" | "announced" | "refusing" = "open";
  /**
   * The open connections, each with the number of its running requests. A Set of the responses would change with every
   * request: its discarded tables reference one another, so that a single one in V8's old generation keeps all
   * later responses until the next major garbage collection (decision 16).
   */
  private readonly sockets = new Map<Socket, number>();
  private readonly bodies = new Set<Body>();

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

  /**
   * Reads a long body: `giveUp` is called where the server shuts down and the body arrives too slowly to be complete by
   * then. Returns the function to call once it was read.
   */
  readBody(request: IncomingMessage, giveUp: (reason: Unavailable) => void): () => void {
    const { socket, headers } = request;
    // Where the length is not announced, nobody knows when the body would end.
    const length = Number(headers["content-length"] ?? Number.POSITIVE_INFINITY);
    const body = { request, end: socket.bytesRead + length, giveUp };
    this.bodies.add(body);
    return () => this.bodies.delete(body);
  }

  // Before the server stops listening, so that requests that arrive meanwhile get a response.
  private async finish(): Promise<void> {
    this.phase = "refusing";
    const { websocketServer } = this.server;
    for (const client of websocketServer.clients) client.close(SERVICE_RESTART, "Restarting");
    const end = Date.now() + this.patienceMs;
    void this.giveUpSlowBodies(end);
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

  private async giveUpSlowBodies(end: number): Promise<void> {
    const before = new Map([...this.bodies].map((body) => [body, body.request.socket.bytesRead]));
    await pause(MEASURED_MS);
    for (const [body, bytesBefore] of before) {
      const { request, giveUp } = body;
      if (!this.bodies.has(body) || request.complete) continue;
      const { socket } = request;
      const perMs = (socket.bytesRead - bytesBefore) / MEASURED_MS;
      const arrives = body.end <= socket.bytesRead + perMs * (end - Date.now());
      if (!arrives) giveUp(new Unavailable("SHUTTING_DOWN", RETRY_AFTER_SECONDS));
    }
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
