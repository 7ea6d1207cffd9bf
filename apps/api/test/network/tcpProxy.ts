import { once } from "node:events";
import net from "node:net";

/** What stands between the server and its database, and can be cut. */
export interface TcpProxy {
  port: number;
  /** Ends all connections, and refuses new ones. */
  cut(): Promise<void>;
  /** Takes connections and says nothing, as a network does that loses packets. */
  fallSilent(): void;
  /** Passes on nothing more of the connections that are open, and lets new ones through: to both ends all looks well. */
  freeze(): number;
  /** Lets everything through again. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Passes bytes from a free port of this machine on to another port. */
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
