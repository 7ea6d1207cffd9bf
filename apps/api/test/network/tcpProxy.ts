import { once } from "node:events";
import net from "node:net";

/** A proxy between the server and its database that can be interrupted. */
export interface TcpProxy {
  port: number;
  /** Closes all connections, and refuses new ones. */
  cut(): Promise<void>;
  /** Accepts connections and forwards nothing, as a network does that loses packets. */
  fallSilent(): void;
  /** Forwards nothing more on open connections, and lets new ones through: both ends see them as healthy. */
  freeze(): number;
  /** Forwards everything again. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Forwards bytes from a free port of this machine to another port. */
export async function startTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const sockets = new Set<net.Socket>();
  let silent = false;
  const server = net.createServer((inside) => {
    hold(inside);
    // One that was on its way when the line was cut.
    if (!server.listening) inside.destroy();
    if (silent || inside.destroyed) return;
    const outside = net.connect(target);
    hold(outside);
    inside.on("close", () => outside.destroy()).pipe(outside);
    outside.on("close", () => inside.destroy()).pipe(inside);
  });

  function hold(socket: net.Socket) {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => socket.destroy());
  }

  async function listen(port: number): Promise<number> {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    const bound = server.address();
    if (bound === null || typeof bound === "string") throw new Error("the proxy has no port");
    return bound.port;
  }

  const endAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const stop = async () => {
    if (!server.listening) return;
    server.close();
    endAll();
    await once(server, "close");
  };

  const port = await listen(0);
  return {
    port,
    cut: stop,
    fallSilent() {
      silent = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    freeze() {
      for (const socket of sockets) socket.unpipe().pause();
      return sockets.size / 2;
    },
    async mend() {
      silent = false;
      // What was swallowed cannot be made good; both ends begin again.
      endAll();
      if (!server.listening) await listen(port);
    },
    close: stop,
  };
}
