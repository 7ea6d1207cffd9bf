import { createHash } from "node:crypto";
import type { ClientBase, QueryResult } from "pg";
import type { Sql } from "sql-template-tag";
import type { DataSource, EntityManager } from "typeorm";
import { z } from "zod";
import type { ConnectionShare } from "./connections/connectionShares.js";
import type { CountedStatement, RowCounter } from "./countedQuery.js";
import { type Reads, resultOf } from "./reads.js";
import type { RecordScope } from "./recordScope.js";
import type { StatementCounter } from "./sqlStats.js";
import { type Statement, StatementRunner } from "./statementRunner.js";

const MAX_NAMED = 1_000;
const statementNames = new Map<string, string>();

// Named statements are parsed and planned once per connection, and take memory there. Callers choose columns and filters, so
// their number has to be limited.
function statementName(text: string): string | undefined {
  const known = statementNames.get(text);
  if (known !== undefined || statementNames.size >= MAX_NAMED) return known;
  const name = createHash("sha1").update(text).digest("base64url");
  statementNames.set(text, name);
  return name;
}

/** Whether the plan of a statement is generic, or made for the values each time. */
type Plan = "generic" | "custom";

interface Target {
  query(statement: CountedStatement, rows: RowCounter): Promise<QueryResult>;
}

const planSchema = z.tuple([
  z.object({
    "QUERY PLAN": z.tuple([z.object({ Plan: z.object({ "Plan Rows": z.number() }) })]),
  }),
]);

/** The database of one request: it counts statements, and runs a transaction in one call. */
export class Db {
  private orm: EntityManager | null = null;

  private constructor(
    private readonly source: DataSource,
    private readonly target: Target,
    private readonly stats: StatementCounter,
    private readonly held: ClientBase | null,
    /** The caller's share of the source's connections; null where they are not limited. */
    private readonly share: ConnectionShare | null,
    /** The customers whose records are read; null for all. */
    private readonly scope: RecordScope | null = null,
  ) {}

  /** Statements outside of transactions go through `reads`; transactions take their connections from the source. */
  static open(
    source: DataSource,
    reads: Reads,
    stats: StatementCounter,
    share: ConnectionShare | null = null,
  ): Db {
    return new Db(source, reads, stats, null, share);
  }

  /** Whether its statements belong to a transaction. */
  get isInTransaction(): boolean {
    return this.held !== null;
  }

  /** TypeORM's entity manager: its statements run like all others, in the same transaction where there is one. */
  get manager(): EntityManager {
    this.orm ??= this.source.createEntityManager(
      new StatementRunner(this.source, (statement) => this.run(statement), this.isInTransaction),
    );
    return this.orm;
  }

  /** The same database, limited to the records that somebody sees; null removes such a limit. */
  within(scope: RecordScope | null): Db {
    return new Db(this.source, this.target, this.stats, this.held, this.share, scope);
  }

  /** Whether only some of the records are read. */
  get isLimited(): boolean {
    return this.scope !== null;
  }

  /** A statement in the form in which it is sent, for callers that use the connection itself. */
  limited(statement: Statement): Statement {
    const { text, values } = statement;
    if (!this.scope) return { text, values };
    const limited = this.scope.statements.limited(text, values.length + 1);
    if (limited === text) return { text, values };
    return { text: limited, values: [...values, this.scope.personId] };
  }

  /** The rows of one statement, as plain objects. */
  async rows<Row extends object>(statement: Sql, plan: Plan = "generic"): Promise<Row[]> {
    return (await this.run(statement, plan)).rows as Row[];
  }

  /** The rows of one statement as instances of `type`, without hydration; `More` is selected next to its columns. */
  async rowsOf<T extends object, More = unknown>(
    type: { prototype: T },
    statement: Sql,
    plan?: Plan,
  ): Promise<(T & More)[]> {
    const { fields, rows } = await this.run(statement, plan, "array");
    const names = fields.map(({ name }) => name);
    // Made from the values, for giving an object another prototype takes four times as long.
    return (rows as unknown[][]).map((values) => {
      const row = Object.create(type.prototype);
      let index = 0;
      for (const name of names) {
        row[name] = values[index];
        index += 1;
      }
      return row;
    });
  }

  /** The first row of one statement, or null. */
  async row<Row extends object>(statement: Sql, plan?: Plan): Promise<Row | null> {
    return (await this.rows<Row>(statement, plan))[0] ?? null;
  }

  /** How many rows the planner expects of a statement, which is not run. */
  async estimatedRows(statement: Sql): Promise<number> {
    const { text, values } = this.limited(statement);
    const { rows } = await this.within(null).run(
      { text: `EXPLAIN (FORMAT JSON) ${text}`, values },
      "custom",
    );
    return planSchema.parse(rows)[0]["QUERY PLAN"][0].Plan["Plan Rows"];
  }

  /** Runs one statement; returns how many rows it touched. */
  async execute(statement: Sql): Promise<number> {
    return (await this.run(statement)).rowCount ?? 0;
  }

  /** Runs `work` in a transaction; joins the current one where there is one. */
  async transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    if (this.held) return work(this);
    await this.share?.take();
    try {
      return await this.source.transaction(async (manager) => {
        const client: ClientBase = await manager.queryRunner?.connect();
        const inside = {
          query: (statement: CountedStatement, rows: RowCounter) =>
            resultOf(client, statement, rows),
        };
        return work(new Db(this.source, inside, this.stats, client, this.share, this.scope));
      });
    } finally {
      this.share?.giveBack();
    }
  }

  /** Runs `work` inside a savepoint, so that its failure leaves the transaction usable. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    await this.client.query("SAVEPOINT attempt");
    try {
      const result = await work();
      await this.client.query("RELEASE SAVEPOINT attempt");
      return result;
    } catch (error) {
      await this.client.query("ROLLBACK TO SAVEPOINT attempt");
      throw error;
    }
  }

  /** The connection itself, for COPY; only inside a transaction. */
  get client(): ClientBase {
    if (!this.held) throw new Error("a connection is only held inside a transaction");
    return this.held;
  }

  private async run(
    statement: Statement,
    plan: Plan = "generic",
    rowMode?: CountedStatement["rowMode"],
  ): Promise<QueryResult> {
    const query: CountedStatement = this.scope
      ? this.limited(statement)
      : { text: statement.text, values: statement.values };
    if (rowMode) query.rowMode = rowMode;
    const name = plan === "generic" ? statementName(query.text) : undefined;
    if (name) query.name = name;
    const start = performance.now();
    try {
      return await this.target.query(query, this.stats);
    } finally {
      this.stats.add(performance.now() - start);
    }
  }
}
