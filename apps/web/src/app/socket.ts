import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { createClient } from "graphql-ws";

/** Carries subscriptions; opens a connection with the first one. */
export const socket = new GraphQLWsLink(
  createClient({
    url: () => `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql`,
    lazy: true,
    retryAttempts: 10,
    shouldRetry: () => true,
  }),
);
