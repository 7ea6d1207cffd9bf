import { types } from "node:util";
import { ApolloServerErrorCode } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import type { Context } from "../context.js";
import { crowdedList } from "../database/constraints.js";
import { databaseFailure } from "../database/databaseFailure.js";
import { DomainError, Duplicate, Invalid, StorageFull, Unavailable } from "../errors.js";
import { MAX_PARTS } from "../records/parts.js";
import { type CoercionIssue, coercionIssue } from "./coercion.js";
import { type Reader, readerOf, translate } from "./messages.js";

/** Who an error is reported to, and where its details are logged. */
export interface Audience extends Reader {
  requestId: string;
  log: Logger;
}

/** The caller of a request as the audience of its errors. */
export const audienceFor = (context: Pick<Context, "app" | "locale" | "requestId">): Audience => ({
  ...readerOf(context),
  requestId: context.requestId,
  log: context.app.log,
});

// graphql-js quotes the values that it refuses, however long.
const LONGEST_MESSAGE = 300;

const PUBLIC_CODES = new Set<string>([
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.BAD_USER_INPUT,
  ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE,
  ApolloServerErrorCode.BAD_REQUEST,
  ApolloServerErrorCode.PERSISTED_QUERY_NOT_FOUND,
  ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED,
]);

/** An expected failure, as extensions and a message. */
export function presentDomainError(error: DomainError, reader: Reader) {
  const params =
    error instanceof Duplicate ? (error.extensions.existing as object) : error.extensions;
  const extensions: Record<string, unknown> = { code: error.code, ...error.extensions };
  let message = translate(reader, error.messageKey ?? error.code, { ...params });
  if (error instanceof Invalid) {
    const issues = error.issues.map((issue) => ({
      path: issue.path,
      code: issue.code,
      message: translate(reader, issue.code, issue.params),
    }));
    extensions.issues = issues;
    const first = issues[0];
    if (first) message = `${message} ${first.path}: ${first.message}.`;
  }
  return { message, extensions };
}

// Reported like the issues of our own rules: the form of a value is one of them.
function presentCoercion({ path, code, detail }: CoercionIssue, reader: Reader) {
  const message = code === "invalid" ? detail.slice(0, LONGEST_MESSAGE) : translate(reader, code);
  return {
    message: `${translate(reader, "VALIDATION_FAILED")} ${path}: ${message.replace(/\.$/, "")}.`,
    extensions: { code: "VALIDATION_FAILED", issues: [{ path, code, message }] },
  };
}

// During an outage every request fails in the same way.
const LOG_EVERY_MS = 10_000;
const lastLogged = new Map<string, number>();

// Callers can do nothing about a database that is unreachable, full or locked: the operator finds it in the log.
function failureOfDatabase(error: unknown, { log, requestId }: Audience): DomainError | null {
  const failure = databaseFailure(error);
  if (!failure) return null;
  const { reason, retryAfterSeconds } = failure;
  const now = Date.now();
  if (now - (lastLogged.get(reason) ?? 0) > LOG_EVERY_MS) {
    lastLogged.set(reason, now);
    log.warn({ err: error, reason, requestId }, "the database did not do what it was asked");
  }
  return reason === "DISK_FULL"
    ? new StorageFull("database")
    : new Unavailable(reason, retryAfterSeconds);
}

// Whichever write it was: the database counts the parts of a record.
function tooManyParts(error: unknown): DomainError | null {
  const path = crowdedList(error);
  return path ? new Invalid([{ path, code: "too_many", params: { max: MAX_PARTS } }]) : null;
}

// graphql-js wraps errors of another realm, such as a socket's where modules run in a context of their own.
function thrownValueOf(error: unknown): unknown {
  return error instanceof Error && "thrownValue" in error && types.isNativeError(error.thrownValue)
    ? error.thrownValue
    : error;
}

/** Any error as callers may see it: expected ones with their code, all others masked and fully logged. */
export function presentError(error: unknown, audience: Audience): GraphQLFormattedError {
  const graphqlError = error instanceof GraphQLError ? error : null;
  const cause = thrownValueOf(graphqlError?.originalError ?? error);
  const place = {
    ...(graphqlError?.locations ? { locations: graphqlError.locations } : {}),
    ...(graphqlError?.path ? { path: graphqlError.path } : {}),
  };
  const expected = failureOfDatabase(cause, audience) ?? tooManyParts(cause) ?? cause;
  if (expected instanceof DomainError)
    return { ...presentDomainError(expected, audience), ...place };

  if (graphqlError) {
    // graphql-js's own errors have no other cause: those about a request that it did not execute, which have no path, and
    // those about arguments, as of a directive whose variable is null.
    const { originalError, path, message } = graphqlError;
    const own =
      (!path || message.startsWith('Argument "')) &&
      (!originalError || originalError instanceof GraphQLError);
    const issue = own ? coercionIssue(graphqlError) : null;
    if (issue) return { ...presentCoercion(issue, audience), ...place };
    const code =
      graphqlError.extensions.code ?? (own ? ApolloServerErrorCode.BAD_USER_INPUT : null);
    if (typeof code === "string" && (PUBLIC_CODES.has(code) || code in PUBLIC_EXTENSIONS)) {
      const message = graphqlError.message.slice(0, LONGEST_MESSAGE);
      return { message, extensions: { ...publicExtensions(graphqlError), code }, ...place };
    }
  }
  audience.log.error({ err: cause, requestId: audience.requestId }, "request failed");
  return {
    message: translate(audience, "INTERNAL", { requestId: audience.requestId }),
    extensions: { code: "INTERNAL", requestId: audience.requestId },
    ...place,
  };
}

const PUBLIC_EXTENSIONS: Record<string, readonly string[]> = {
  QUERY_TOO_COMPLEX: ["what", "cost", "limit"],
  RATE_LIMITED: ["retryAfterSeconds"],
};

function publicExtensions(error: GraphQLError): Record<string, unknown> {
  const names = PUBLIC_EXTENSIONS[String(error.extensions.code)] ?? [];
  return Object.fromEntries(names.map((name) => [name, error.extensions[name]]));
}
