import pg from "pg";

const RECONNECT_MS = 1_000;

/** What is heard on a channel, and when hearing begins (again): what was told in between is lost. */
export interface Hearing {
  onNotification: (payload: string) => void;
  onConnect?: () => void;
}

/** A connection of its own that hears what is told on a channel, and comes back by itself. */
export interface Listener {
  close(): Promise<void>;
}

/** Hears a channel of the database at `url` until it is closed; throws where it cannot begin to. */
export async function listenTo(url: string, channel: string, hearing: Hearing): Promise<Listener> {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, application_name: "clientela-listener" });
    next.on("error", () => undefined);
    next.on("notification", ({ payload }) => hearing.onNotification(payload ?? ""));
    try {
      await next.connect();
      await next.query(`LISTEN ${next.escapeIdentifier(channel)}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    if (isClosed) return next.end();
    client = next;
    next.once("end", connectLater);
    hearing.onConnect?.();
  }

  function connectLater(): void {
    client = null;
    if (isClosed) return;
    timer = setTimeout(() => connect().catch(connectLater), RECONNECT_MS).unref();
  }

  await connect();
  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
