/** Which customers a person sees: all of them, those of their teams, or their own. */
export const RECORD_ACCESS = ["ALL", "TEAM", "OWN"] as const;

/** One of them. */
export type RecordAccess = (typeof RECORD_ACCESS)[number];

/** An access that excludes records. */
export type LimitedAccess = Exclude<RecordAccess, "ALL">;

/** A placeholder in conditions for the id of the person whose records are read. */
export const PERSON = ":person";

/**
 * Which rows of a table somebody with a limited access sees: a condition on the row `r` in SQL, with `:person` for the
 * person's id. Tables named in it are limited in turn, unless they are written with their schema (`public.customers`).
 */
export type VisibleRows = (access: LimitedAccess) => string;

/** The conditions of all limited tables, by table. */
export type ScopedTables = Readonly<Record<string, VisibleRows>>;

/** The limit of a request's reads, where it does not see all records. */
export interface RecordScope {
  readonly access: LimitedAccess;
  readonly personId: string;
  /** Equal for requests that see the same records. */
  readonly key: string;
  readonly statements: ScopedStatements;
}

const MAX_KNOWN = 1_000;
const LOCKS = /\bFOR\s+(?:NO\s+KEY\s+UPDATE|UPDATE|KEY\s+SHARE|SHARE)\b/i;
const STARTS = /^\s*(?:\(\s*)*(?:SELECT|INSERT|UPDATE|DELETE|VALUES)\b/i;
const STARTS_WITH = /^\s*WITH\s+(RECURSIVE\s+)?/i;
const MAKES_TABLE =
  /^(\s*CREATE\s+TEMP\s+TABLE\s+\S+\s+(?:ON\s+COMMIT\s+DROP\s+)?AS\s+)([\s\S]*)$/i;
// A condition that excludes no rows.
const HARMLESS = /^\s*(?:ANALYZE|CREATE\s+TEMP\s+TABLE\s+\S+\s*\()/i;
// Keywords that may follow a table without an alias.
const NO_ALIAS =
  "WHERE|ORDER|GROUP|LIMIT|FOR|JOIN|LEFT|RIGHT|INNER|FULL|CROSS|ON|USING|SET|UNION|RETURNING|HAVING|WINDOW";

/**
 * Limits statements to the rows that one kind of access sees, whatever they select: the tables that they name
 * are shadowed by common table expressions of the same names. Writes are not limited by it, and have to lock what they
 * change before.
 */
export class ScopedStatements {
  private readonly tables: readonly string[];
  private readonly conditions: ReadonlyMap<string, string>;
  private readonly mention: RegExp;
  private readonly known = new Map<string, string>();

  constructor(tables: ScopedTables, access: LimitedAccess) {
    this.tables = Object.keys(tables);
    this.conditions = new Map(
      Object.entries(tables).map(([table, condition]) => [table, condition(access)]),
    );
    this.mention = new RegExp(`\\b(?:${this.tables.join("|")})\\b`, "g");
  }

  /**
   * The statement limited to what is visible; `parameter` is the number of the one with the person's id. Returns the same
   * text where it names no limited table. Throws for a statement that it cannot limit.
   */
  limited(text: string, parameter: number): string {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const limited = this.limit(text, `$${parameter}::uuid`);
    if (this.known.size < MAX_KNOWN) this.known.set(text, limited);
    return limited;
  }

  private limit(text: string, person: string): string {
    const named = this.namedIn(text);
    if (named.length === 0 || HARMLESS.test(text)) return text;
    const expressions = named
      .map((table) => `"${table}" AS NOT MATERIALIZED (${this.rowsOf(table)})`)
      .join(", ");
    const inside = LOCKS.test(text) ? this.lockable(text, named) : text;
    return preceded(inside, expressions).replaceAll(PERSON, person);
  }

  private rowsOf(table: string): string {
    return `SELECT r.* FROM public."${table}" r WHERE ${this.conditions.get(table)}`;
  }

  // Rows of a common table expression cannot be locked, those of a subquery can.
  private lockable(text: string, named: readonly string[]): string {
    const from = new RegExp(
      `\\b(FROM|JOIN)\\s+"?(${named.join("|")})"?(?=[\\s),]|$)(?:\\s+(?:AS\\s+)?"?(?!(?:${NO_ALIAS})\\b)(\\w+)"?)?`,
      "gi",
    );
    return text.replace(from, (_, word: string, table: string, alias: string = table) => {
      return `${word} (${this.rowsOf(table)}) "${alias}"`;
    });
  }

  // Ordered so that each may name those before it.
  private namedIn(text: string): string[] {
    const named = new Set<string>();
    const add = (sqlText: string) => {
      for (const [table] of sqlText.matchAll(this.mention)) {
        if (named.has(table)) continue;
        named.add(table);
        add(this.conditions.get(table) ?? "");
      }
    };
    add(text);
    return this.tables.filter((table) => named.has(table));
  }
}

/** Determines whose records a person with an access reads; undefined for all. */
export function scopesOf(
  tables: ScopedTables,
): (access: RecordAccess | null, personId: string) => RecordScope | undefined {
  const statements = {
    TEAM: new ScopedStatements(tables, "TEAM"),
    OWN: new ScopedStatements(tables, "OWN"),
  };
  return (access, personId) =>
    access === null || access === "ALL"
      ? undefined
      : { access, personId, key: `${access} ${personId}`, statements: statements[access] };
}

function preceded(text: string, expressions: string): string {
  const own = STARTS_WITH.exec(text);
  if (own) return `WITH ${own[1] ?? ""}${expressions}, ${text.slice(own[0].length)}`;
  if (STARTS.test(text)) return `WITH ${expressions} ${text}`;
  const made = MAKES_TABLE.exec(text);
  if (made) return `${made[1]}${preceded(made[2] ?? "", expressions)}`;
  throw new Error(`a statement cannot be limited to the records of a person: ${text}`);
}
