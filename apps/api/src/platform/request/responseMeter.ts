import { type DomainError, QueryTooComplex, ResponseTooLong, Unavailable } from "../errors.js";
import type { ConcurrentCost } from "./concurrentCost.js";
import { Pace } from "./pace.js";
import type { ResponseMemory } from "./responseMemory.js";
import type { Slices } from "./slices.js";

// Responses of up to this many records are completed without yielding.
const SMALL_ANSWER_RECORDS = 1_000;

// An error costs as much as this many records.
const ERROR_RECORDS = 10;

// The memory that a response takes until it is sent, roughly: for each record and each of its plain fields, and in
// proportion to the rows that were read for it and to its text.
const RECORD_BYTES = 200;
const VALUE_BYTES = 80;
const BYTES_PER_BYTE = 3;

const busy = () => new Unavailable("BUSY", 1);

// Created once, since every request ends with it and creating an error costs more than everything else a meter does.
const CLOSED = busy();

/** What one item of a list adds to a response. */
export interface ItemSize {
  records: number;
  /** Plain fields. */
  values: number;
}

/** The limits of responses. */
export interface ResponseLimits {
  /** The cost of one GraphQL operation, in records. */
  queryCost: number;
  /** The cost of the concurrent operations of a person or key. */
  concurrentCost: number;
  /** Bytes of one response. */
  responseBytes: number;
  /** Bytes of memory that responses take while they are produced and sent, for one process in total. */
  responseMemoryBytes: number;
}

/** The state that the meters of a process share. */
export interface SharedByMeters {
  readonly limits: ResponseLimits;
  readonly concurrentCost: ConcurrentCost;
  readonly memory: ResponseMemory;
  readonly slices: Slices;
}

/**
 * Counts the parts of one response while it is produced. At a limit the response is refused as a whole: pending
 * values never resolve, so that nothing more is read or completed for it. Reads of requests other than those of
 * the graph are not counted.
 */
export class ResponseMeter {
  /** Why the response was refused; null while it may continue. */
  refusal: DomainError | null = null;
  /** The committed mutations, by their keys in the response. */
  readonly committed: string[] = [];
  readonly pace: Pace;
  private records = 0;
  private values = 0;
  private rowBytes = 0;
  private longestRow = 0;
  private textLength = 0;
  private isOpen = false;
  /** The part of its caller's concurrent cost that it takes. */
  private admitted = 0;
  private reject: ((reason: Error) => void) | null = null;
  private writing = false;
  private refusalAfterWrite: DomainError | null = null;

  /** @param caller the id of the person or key that receives the response */
  constructor(
    private readonly shared: SharedByMeters,
    private readonly caller: string,
  ) {
    this.pace = new Pace(shared.slices, caller);
  }

  /** Admits a request; throws RateLimited or Unavailable if its caller or the process has too much in progress. */
  admit(cost: number): void {
    this.shared.concurrentCost.take(this.caller, cost);
    this.admitted = cost;
    this.begin(cost);
  }

  /** Starts a response with this estimated cost; throws Unavailable where there is no memory for it. */
  begin(cost: number): void {
    this.isOpen = true;
    if (!this.shared.memory.hold(this, cost * RECORD_BYTES)) throw busy();
  }

  /** Called when the response was sent, or nobody waits for it any more: releases what it reserved. */
  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.refuse(CLOSED);
    this.shared.memory.release(this);
    if (this.admitted > 0) this.shared.concurrentCost.giveBack(this.caller, this.admitted);
  }

  /** Counts items of the response. */
  count(items: number, { records, values }: ItemSize): void {
    this.records += items * records;
    this.values += items * values;
    this.assertWithinLimits();
  }

  /** Counts an error of the response. */
  countError(): void {
    this.records += ERROR_RECORDS;
    this.assertWithinLimits();
  }

  /** Counts text of the response. */
  countText(length: number): void {
    this.textLength += length;
    this.assertWithinLimits();
  }

  /** Counts rows that were read for the response; false where no more of them are needed. */
  countRows(bytes: number, longest: number): boolean {
    this.rowBytes += bytes;
    if (longest > this.longestRow) this.longestRow = longest;
    this.assertWithinLimits();
    return this.refusal === null || this.writing;
  }

  /** The maximum number of characters of the response: no field is longer than the longest row. */
  get longestText(): number {
    return this.values * this.longestRow;
  }

  /** Passes a value on: at once, in the turn of a large response, or never if the response was refused. */
  goOn<T>(value: T): T | Promise<T> {
    if (this.refusal) return this.never;
    return this.isLarge ? this.pace.inTurn(value) : value;
  }

  get isLarge(): boolean {
    return this.records > SMALL_ANSWER_RECORDS;
  }

  /** The value of a field in a refused response. */
  get never(): Promise<never> {
    return new Promise<never>(() => undefined);
  }

  /** The result of an execution; rejects as soon as the response is refused. */
  untilRefused<T>(execution: Promise<T> | T): Promise<T> {
    if (this.refusal) return Promise.reject(this.refusal);
    return new Promise<T>((resolve, reject) => {
      this.reject = reject;
      // What was executed without a break was refused without one.
      const end = (result: T) => (this.refusal ? reject(this.refusal) : resolve(result));
      if (execution instanceof Promise) execution.then(end, reject);
      else end(execution);
    });
  }

  /** Runs a mutation, which no refusal interrupts. */
  async duringWrite<T>(write: () => Promise<T>): Promise<T> {
    this.writing = true;
    try {
      return await write();
    } finally {
      this.writing = false;
      if (this.refusalAfterWrite) this.refuse(this.refusalAfterWrite);
    }
  }

  private assertWithinLimits(): void {
    if (!this.isOpen || this.refusal) return;
    const { queryCost, responseBytes } = this.shared.limits;
    if (this.records > queryCost)
      this.refuse(new QueryTooComplex(Math.ceil(this.records), queryCost));
    else if (this.textLength > responseBytes) this.refuse(new ResponseTooLong(responseBytes));
    // What was committed is reported regardless of the memory that is left.
    else if (!this.shared.memory.hold(this, this.bytes) && this.committed.length === 0)
      this.refuse(busy());
  }

  private get bytes(): number {
    return (
      this.records * RECORD_BYTES +
      this.values * VALUE_BYTES +
      (this.rowBytes + this.textLength) * BYTES_PER_BYTE
    );
  }

  private refuse(error: DomainError): void {
    if (this.writing) this.refusalAfterWrite ??= error;
    if (this.writing || this.refusal) return;
    this.refusal = error;
    this.pace.end();
    this.reject?.(error);
  }
}
