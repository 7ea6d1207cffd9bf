import type { QueryResult as PgResult } from "pg";
import type { DataSource } from "typeorm";
import type { PostgresDriver } from "typeorm/driver/postgres/PostgresDriver.js";
import { PostgresQueryRunner } from "typeorm/driver/postgres/PostgresQueryRunner.js";
import { QueryResult } from "typeorm/query-runner/QueryResult.js";

/** A statement with numbered parameters. */
export interface Statement {
  text: string;
  values: unknown[];
}

/**
 * Runs TypeORM's statements with the `Db` that it belongs to: over the same connection, in the same transaction, with the
 * same counters, statement names and errors as hand-written SQL.
 */
export class StatementRunner extends PostgresQueryRunner {
  constructor(
    source: DataSource,
    private readonly run: (statement: Statement) => Promise<PgResult>,
    isInTransaction: boolean,
  ) {
    super(source.driver as PostgresDriver, "master");
    this.isTransactionActive = isInTransaction;
  }

  override async query(
    text: string,
    values: unknown[] = [],
    isStructured = false,
  ): ReturnType<PostgresQueryRunner["query"]> {
    const { command, rows, rowCount } = await this.run({ text, values });
    const result = new QueryResult();
    result.records = rows;
    result.affected = rowCount ?? 0;
    result.raw = command === "UPDATE" || command === "DELETE" ? [rows, rowCount] : rows;
    return isStructured ? result : result.raw;
  }

  /** Transactions begin with `Db.transaction`, which knows the connection. */
  override startTransaction(): Promise<void> {
    return Promise.reject(new Error("a transaction begins with Db.transaction"));
  }
}
