import { runServer } from "./builtServer.js";

/**
 * Starts the server of all journeys and names its address and its one-time link in the environment. Returns with what
 * ends it. Where E2E_ADDRESS names a running server, nothing is started: for work on a single journey, with `--no-deps`.
 */
export default async function startServer(): Promise<() => Promise<void>> {
  if (process.env.E2E_ADDRESS) return async () => undefined;
  const { address, link, stop } = await runServer();
  process.env.E2E_ADDRESS = address;
  process.env.E2E_FIRST_LINK = link;
  return stop;
}
