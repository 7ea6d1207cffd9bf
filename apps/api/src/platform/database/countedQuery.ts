import pg, { type QueryArrayConfig, type QueryConfig, type QueryResult } from "pg";
import type { StatementCounter } from "./sqlStats.js";

declare module "pg" {
  // What the driver's types lack.
  interface Query {
    /** The name of a prepared statement. */
    name: string | undefined;
    /** Called for each row. */
    handleDataRow(message: { length: number }): void;
  }
}

/** Counts the rows of a statement by their bytes. */
export type RowCounter = Pick<StatementCounter, "countRows">;

type Callback = (error: Error | undefined, result: QueryResult) => void;

// Rows are counted in groups of this many bytes.
const REPORTED_BYTES = 64 * 1024;

/** A statement to be sent; `rowMode` is set where its rows are wanted as arrays of values. */
export type CountedStatement = QueryConfig & Partial<QueryArrayConfig>;

const asArrays = (text: string): QueryArrayConfig => ({ text, rowMode: "array" });

/** A statement whose rows are counted as they arrive; once the counter accepts no more, the rest is dropped. */
export class CountedQuery extends pg.Query {
  // Private names cannot collide with those of the driver.
  readonly #counter: RowCounter;
  #isCut = false;
  #bytes = 0;
  #longest = 0;

  constructor(statement: CountedStatement, counter: RowCounter, callback: Callback) {
    const { text, values, name, rowMode } = statement;
    // Not the statement itself, which the driver would copy by the descriptors of its properties.
    super(rowMode ? asArrays(text) : text, values, callback);
    this.name = name;
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
