import type { Money } from "@clientela/shared/values/money";

/** A text in each language: `pt` is Brazilian Portuguese, and also used for Portugal unless `pt-PT` is given. */
export interface Text {
  en: string;
  pt: string;
  "pt-PT"?: string;
}

/**
 * What is filled into a message: as it is, or, where people say it otherwise than programs, a text in each language,
 * several of them, or an amount of money.
 */
export type MessageParam = string | number | Text | readonly Text[] | Money;

/** One issue of an input: its path, a stable code, and the parameters of its message. */
export interface Issue {
  path: string;
  code: string;
  params?: Readonly<Record<string, MessageParam>>;
}

/** A failure that callers can expect; everything else is reported as INTERNAL. */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  /** The key of its message; the code unless given. */
  readonly messageKey: string | undefined;

  protected constructor(
    readonly extensions: Readonly<Record<string, unknown>>,
    messageKey?: string,
  ) {
    super(messageKey ?? "");
    this.messageKey = messageKey;
    this.name = new.target.name;
  }
}

/** The caller is not authenticated. */
export class Unauthenticated extends DomainError {
  readonly code = "UNAUTHENTICATED";
  constructor() {
    super({});
  }
}

/** The caller's role or key does not allow this. */
export class Forbidden extends DomainError {
  readonly code = "FORBIDDEN";
  /** With the missing permission, and the argument that requires it, such as `filter.hasOverdueTasks`. */
  constructor(permission?: string, argument?: string) {
    super({ ...(permission ? { permission } : {}), ...(argument ? { argument } : {}) });
  }
}

/** Only for signed-in people, whatever the scopes of a key. */
export class PersonRequired extends DomainError {
  readonly code = "FORBIDDEN";
  constructor() {
    super({}, "person_required");
  }
}

/** There is no such record for this caller. */
export class NotFound extends DomainError {
  readonly code = "NOT_FOUND";
  constructor(type: string, id: string) {
    super({ type, id });
  }
}

/** The input breaks rules; every issue names its path. */
export class Invalid extends DomainError {
  readonly code = "VALIDATION_FAILED";
  constructor(readonly issues: readonly Issue[]) {
    super({});
  }
}

/** Another live record has a value that must be unique. */
export class Duplicate extends DomainError {
  readonly code = "DUPLICATE";
  /** With the record, for callers who may read it. */
  constructor(existing: { id: string; number: string; legalName: string } | null) {
    super(existing ? { existing } : {}, existing ? undefined : "tax_id_in_use");
  }
}

/** The record was changed since the caller read it. */
export class Conflict extends DomainError {
  readonly code = "CONFLICT";
  constructor(
    current: object,
    fields: readonly string[],
    changed: { by: string; at: Date } | null,
  ) {
    super({ current, fields, changedBy: changed?.by ?? null, changedAt: changed?.at ?? null });
  }
}

/** The database, or another dependency, is temporarily unavailable; the reason says why. */
export class Unavailable extends DomainError {
  readonly code = "UNAVAILABLE";
  constructor(reason = "AWAY", retryAfterSeconds = 2) {
    super({ reason, retryAfterSeconds }, `UNAVAILABLE_${reason}`);
  }
}

/** The caller has disconnected, so the work is not continued. */
export class ClientClosedRequest extends DomainError {
  readonly code = "CLIENT_CLOSED_REQUEST";
  constructor() {
    super({});
  }
}

/** An operation exceeds the maximum cost, by its estimate or by the size of its response. */
export class QueryTooComplex extends DomainError {
  readonly code = "QUERY_TOO_COMPLEX";
  constructor(cost: number, limit: number) {
    super({ cost, limit });
  }
}

/** The response exceeds the maximum length. */
export class ResponseTooLong extends DomainError {
  readonly code = "QUERY_TOO_COMPLEX";
  constructor(limitBytes: number) {
    const limitMb = Math.floor(limitBytes / 1024 / 1024);
    super({ what: "bytes", limit: limitBytes, limitMb }, "answer_too_long");
  }
}

/** The response to several mutations was refused: says for one of them whether it was committed before. */
export class MutationResponseRefused extends DomainError {
  readonly code: string;
  constructor(refusal: DomainError, committed: boolean) {
    super({ ...refusal.extensions, committed }, refusal.messageKey ?? refusal.code);
    this.code = refusal.code;
  }
}

/** The request is larger than the limit. */
export class TooLarge extends DomainError {
  readonly code = "FILE_TOO_LARGE";
  constructor(limitBytes: number) {
    super({ limitBytes, limitMb: Math.floor(limitBytes / 1024 / 1024) });
  }
}

/** The files of a customer have reached the maximum total size. */
export class CustomerFilesFull extends DomainError {
  readonly code = "CUSTOMER_FILES_FULL";
  constructor(limitBytes: number) {
    super({ limitBytes, limitMb: Math.floor(limitBytes / 1024 / 1024) });
  }
}

/** The sheets that wait to be imported have reached the maximum total size, of one person or of all. */
export class SheetsFull extends DomainError {
  readonly code = "IMPORT_FILES_FULL";
  constructor(whose: "person" | "installation", limitBytes: number, count: number, bytes: number) {
    const limitMb = Math.floor(limitBytes / 1024 / 1024);
    const waiting = {
      waitingFiles: count,
      waitingBytes: bytes,
      waitingMb: Math.ceil(bytes / 1024 / 1024),
    };
    super({ limitBytes, limitMb, ...waiting }, `IMPORT_FILES_FULL_${whose}`);
  }
}

/** The disk is full, for the bytes of a file or for the database. */
export class StorageFull extends DomainError {
  readonly code = "STORAGE_FULL";
  constructor(of: "files" | "database" = "files") {
    super({}, of === "files" ? undefined : "STORAGE_FULL_DATABASE");
  }
}

/** Too many requests in too short a time. */
export class RateLimited extends DomainError {
  readonly code = "RATE_LIMITED";
  constructor(readonly retryAfterSeconds: number) {
    super({ retryAfterSeconds });
  }
}
