/** Hears how many milliseconds each statement took. */
export interface StatementCounter {
  add(milliseconds: number): void;
}

/** How many SQL statements a request ran, and for how many milliseconds in all. */
export class SqlStats implements StatementCounter {
  statements = 0;
  milliseconds = 0;

  add(milliseconds: number): void {
    this.statements += 1;
    this.milliseconds += milliseconds;
  }

  /** The value of the `server-timing` response header. */
  toServerTiming(): string {
    return `sql;desc="${this.statements}";dur=${this.milliseconds.toFixed(1)}`;
  }
}
