import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";
import { SetContextLink } from "@apollo/client/link/context";
import { ErrorLink } from "@apollo/client/link/error";
import { relayStylePagination } from "@apollo/client/utilities";
import { from, switchMap } from "rxjs";
import { freshResults } from "../cache/freshResults.js";
import { ownedLists, parts } from "../gql/cacheShapes.js";
import { possibleTypes } from "../gql/possibleTypes.js";
import { currentLanguage } from "../i18n/i18n.js";
import { paths } from "../paths.js";
import { forgetEndedSession } from "../session/leftovers.js";
import { connectionFailures } from "../ui/connection.js";

// A list in the cache is distinguished by its arguments, and grows by its cursors. The whole list of
// customers is kept page by page instead: `keyset/KeysetRows.ts` joins its pages, and jumps in it.
const ownedList = relayStylePagination(["filter", "orderBy"]);

const grownBy = (fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, ownedList]));

const cache = new InMemoryCache({
  possibleTypes,
  typePolicies: {
    Query: {
      fields: {
        // The pill and the page of imports ask for different lengths, and keep them apart.
        imports: relayStylePagination(["first"]),
        exports: relayStylePagination(),
        // The page of a person's work counts lists of no rows next to those that it shows.
        tasks: relayStylePagination(["first", "filter"]),
        deals: relayStylePagination(["first", "filter", "orderBy"]),
        invoices: relayStylePagination(["first", "filter", "orderBy"]),
        duplicateCandidates: relayStylePagination(["customerId"]),
        auditLog: relayStylePagination(["filter"]),
      },
    },
    ...Object.fromEntries(
      Object.entries(ownedLists).map(([type, fields]) => [type, { fields: grownBy(fields) }]),
    ),
    Customer: { fields: { ...grownBy(ownedLists.Customer ?? []), activity: ownedList } },
    Viewer: { merge: true },
    // Queries that ask for less of a part must not forget the rest of it.
    ...Object.fromEntries(parts.map((type) => [type, { merge: true }])),
  },
});

const signedOut = new ErrorLink(({ error }) => {
  if (isUnauthenticated(error)) leaveForSignIn();
});

const languageHeader = new SetContextLink(({ headers }) => ({
  headers: {
    ...headers,
    "accept-language": currentLanguage(),
    "apollo-require-preflight": "true",
  },
}));

const http = new HttpLink({ uri: "/graphql", credentials: "same-origin" });

// Its code comes with the first subscription; most pages have none.
const subscriptions = new ApolloLink((operation) =>
  from(import("./socket.js")).pipe(switchMap(({ socket }) => socket.request(operation))),
);

/** The app's one GraphQL client. */
export const client = new ApolloClient({
  cache,
  link: ApolloLink.from([
    signedOut,
    connectionFailures,
    languageHeader,
    ApolloLink.split(
      ({ operationType }) => operationType === "subscription",
      subscriptions,
      freshResults.concat(http),
    ),
  ]),
  defaultOptions: {
    watchQuery: { fetchPolicy: "cache-and-network", nextFetchPolicy: "cache-first" },
  },
});

function isUnauthenticated(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error)) {
    return error.errors.some(({ extensions }) => extensions?.code === "UNAUTHENTICATED");
  }
  return ServerError.is(error) && error.statusCode === 401;
}

// A whole page load, so that nothing of the session stays in memory.
function leaveForSignIn() {
  forgetEndedSession();
  location.assign(paths.signIn(location.pathname + location.search));
}
