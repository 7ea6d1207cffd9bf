import { ApolloLink } from "@apollo/client";
import { ServerError } from "@apollo/client/errors";
import { catchError, throwError } from "rxjs";
import { i18n } from "../i18n/i18n.js";

/** No response of the API came: there is no connection, or something on the way responded in its place. */
export class ConnectionFailed extends Error {
  override readonly name = "ConnectionFailed";

  /** Takes the failure itself as the cause; the message is for people, in their language. */
  constructor(cause: unknown) {
    super(i18n._(navigator.onLine ? "ui.noResponse" : "ui.noConnection"), { cause });
  }
}

// Browsers say of a request that got no response "Failed to fetch", "Load failed" and the like, in English.
function withoutResponse(failure: unknown): boolean {
  if (ServerError.is(failure)) return failure.statusCode >= 500;
  return failure instanceof TypeError;
}

/** Says failures of the connection in the person's language. */
export const connectionFailures = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    catchError((failure: unknown) =>
      throwError(() => (withoutResponse(failure) ? new ConnectionFailed(failure) : failure)),
    ),
  ),
);
