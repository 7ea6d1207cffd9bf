/** Receives the duration of each statement in milliseconds, and its rows. */
export interface StatementCounter {
  add(milliseconds: number): void;
  /** Counts rows by their total bytes and those of the longest so far; false if no more are accepted. */
  countRows(bytes: number, longest: number): boolean;
}

const ANY_ROWS = { countRows: () => true };

/** How many SQL statements a request ran, and their total duration in milliseconds. */
export class SqlStats implements StatementCounter {
  statements = 0;
  milliseconds = 0;

  /** `rows` counts the rows for callers with a limit on them. */
  constructor(private readonly rows: Pick<StatementCounter, "countRows"> = ANY_ROWS) {}

  add(milliseconds: number): void {
    this.statements += 1;
    this.milliseconds += milliseconds;
  }

  countRows(bytes: number, longest: number): boolean {
    return this.rows.countRows(bytes, longest);
  }

  /** The value of the `server-timing` response header. */
  toServerTiming(): string {
    return `sql;desc="${this.statements}";dur=${this.milliseconds.toFixed(1)}`;
  }
}
