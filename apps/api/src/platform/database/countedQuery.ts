import pg, { type QueryConfig, type QueryResult } from "pg";
import type { StatementCounter } from "./sqlStats.js";

declare module "pg" {
  // How the driver hands a row to its statement, which its types leave out.
  interface Query {
    handleDataRow(message: { length: number }): void;
  }
}

/** Counts the rows of a statement by their bytes. */
export type RowCounter = Pick<StatementCounter, "countRows">;

type Callback = (error: Error | undefined, result: QueryResult) => void;

// Rows are told together until they come to so many bytes.
const TOLD_BYTES = 64 * 1024;

/** A statement whose rows are counted as they come; those that come when no more are taken are dropped. */
export class CountedQuery extends pg.Query {
  // The driver has names of its own for what a statement holds.
  readonly #counter: RowCounter;
  #isCut = false;
  #excludedFields = 0;
  #longest = 0;

  constructor(statement: QueryConfig, counter: RowCounter, callback: Callback) {
    super(statement, callback);
    this.#counter = counter;
  }

  override handleDataRow(message: { length: number }): void {
    this.#excludedFields += message.length;
    if (message.length > this.#longest) this.#longest = message.length;
    if (this.#excludedFields > TOLD_BYTES) this.#tell();
    if (!this.#isCut) super.handleDataRow(message);
  }

  /** Counts the last rows; returns whether all of them were taken. */
  end(): boolean {
    if (this.#excludedFields > 0) this.#tell();
    return !this.#isCut;
  }

  #tell(): void {
    if (!this.#counter.countRows(this.#excludedFields, this.#longest)) this.#isCut = true;
    this.#excludedFields = 0;
  }
}
