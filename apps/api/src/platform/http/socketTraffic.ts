import type { FastifyRequest } from "fastify";
import type { WebSocket } from "ws";
import { RateLimited } from "../errors.js";
import { actorOf } from "./http.js";

/** The protocol's close code for a client that sends too much. */
const TOO_MANY = 4429;
const RETRY_AFTER_SECONDS = 10;

/** Counts the open sockets of each person or key in this process. */
export class OpenSockets {
  private readonly byCaller = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** Lets a request open a socket; throws RateLimited where its caller has too many. */
  readonly take = async (request: FastifyRequest): Promise<void> => {
    if (!request.ws) return;
    const caller = actorOf(request).id ?? "";
    const open = this.byCaller.get(caller) ?? 0;
    if (open >= this.most) throw new RateLimited(RETRY_AFTER_SECONDS);
    this.byCaller.set(caller, open + 1);
    request.raw.socket.once("close", () => this.giveBack(caller));
  };

  private giveBack(caller: string): void {
    const left = (this.byCaller.get(caller) ?? 0) - 1;
    if (left > 0) this.byCaller.set(caller, left);
    else this.byCaller.delete(caller);
  }
}

/** Counts the messages of sockets as requests of the person or key that opened them. */
export class SocketMessages {
  private readonly counted = new WeakMap<WebSocket, Promise<void>>();

  /** @param takeTurn returns a promise only where the count is not known at once */
  constructor(private readonly takeTurn: (request: FastifyRequest) => Promise<void> | undefined) {}

  /** Counts whatever a socket receives; one that receives too much is closed. */
  countAll(socket: WebSocket, request: FastifyRequest): void {
    // Nothing more is taken from the network, and answered, before it is known whether that may be.
    let waiting = 0;
    let isRefused = false;
    const counted = () => {
      waiting -= 1;
      if (waiting === 0 && !isRefused) socket.resume();
    };
    const count = () => {
      if (isRefused) return;
      const counting = this.countOne(request);
      if (!counting) return void this.counted.delete(socket);
      this.counted.set(socket, counting);
      waiting += 1;
      socket.pause();
      counting.then(counted, (error: unknown) => {
        isRefused = true;
        // The sender of an operation gets an error before the socket is closed.
        setImmediate(() => refuse(socket, error));
      });
    };
    socket.on("message", count).on("ping", count).on("pong", count);
  }

  private countOne(request: FastifyRequest): Promise<void> | undefined {
    try {
      return this.takeTurn(request);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /** Throws RateLimited where the last message was one too many. */
  async assertCounted(socket: WebSocket): Promise<void> {
    await this.counted.get(socket);
  }
}

function refuse(socket: WebSocket, error: unknown): void {
  const reason =
    error instanceof RateLimited
      ? `Too many messages, try again in ${error.retryAfterSeconds} seconds`
      : "Messages cannot be counted";
  // Its farewell has to be heard.
  socket.resume();
  socket.close(TOO_MANY, reason);
}
