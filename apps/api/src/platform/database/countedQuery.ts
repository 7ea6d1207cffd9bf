import pg, { type QueryConfig, type QueryResult } from "pg";
import type { StatementCounter } from "./sqlStats.js";

declare module "pg" {
  // The driver calls it for each row; its types lack it.
  interface Query {
    handleDataRow(message: { length: number }): void;
  }
}

/** Counts the rows of a statement by their bytes. */
export type RowCounter = Pick<StatementCounter, "countRows">;

type Callback = (error: Error | undefined, result: QueryResult) => void;

// Rows are counted in groups of this many bytes.
const REPORTED_BYTES = 64 * 1024;

/** A statement whose rows are counted as they arrive; once the counter accepts no more, the rest is dropped. */
export class CountedQuery extends pg.Query {
  // Private names cannot collide with those of the driver.
  readonly #counter: RowCounter;
  #isCut = false;
  #bytes = 0;
  #longest = 0;

  constructor(statement: QueryConfig, counter: RowCounter, callback: Callback) {
    super(statement, callback);
    this.#counter = counter;
  }

  override handleDataRow(message: { length: number }): void {
    this.#bytes += message.length;
    if (message.length > this.#longest) this.#longest = message.length;
    if (this.#bytes > REPORTED_BYTES) this.#report();
    if (!this.#isCut) super.handleDataRow(message);
  }

  /** Counts the last rows; returns whether all of them were accepted. */
  end(): boolean {
    if (this.#bytes > 0) this.#report();
    return !this.#isCut;
  }

  #report(): void {
    if (!this.#counter.countRows(this.#bytes, this.#longest)) this.#isCut = true;
    this.#bytes = 0;
  }
}
