import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { createClient } from "graphql-ws";
import { currentLanguage } from "../../i18n/i18n.js";

/**
 * Sends the playground's operations with the session of the person who is signed in, who may read as
 * another role, named by its id. Then subscriptions go the way of queries, where the API refuses them.
 */
export function makePlaygroundFetcher(viewAs: string | null) {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  return createGraphiQLFetcher({
    url: "/graphql",
    ...(viewAs
      ? {}
      : { wsClient: createClient({ url: `${scheme}://${location.host}/graphql`, lazy: true }) }),
    fetch: (input, init) =>
      fetch(input, {
        ...init,
        credentials: "same-origin",
        headers: {
          "accept-language": currentLanguage(),
          "apollo-require-preflight": "true",
          ...(viewAs ? { "x-view-as-role": viewAs } : {}),
          ...plain(init?.headers),
        },
      }),
  });
}

function plain(headers: HeadersInit | undefined): Record<string, string> {
  return Object.fromEntries(new Headers(headers));
}
