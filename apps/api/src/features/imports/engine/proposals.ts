import sql, { empty, type Sql } from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import type { ImportTable } from "../../../platform/sheets/importTable.js";

/** What is proposed for a staged row `s`, as expressions over what `join` adds. */
interface ProposalColumns {
  join: Sql;
  /** Why somebody has to decide, as a code; null where it is certain. */
  doubt: Sql;
  /** What is to be decided between. */
  candidates: Sql;
  /** The certain or decided proposal. */
  own: Sql;
}

const NONE: ProposalColumns = {
  join: empty,
  doubt: sql`NULL::text`,
  candidates: sql`NULL::jsonb`,
  own: sql`NULL::jsonb`,
};

/** Lets a kind of record propose what its staged rows are entered against, where it does. */
export async function findProposals(
  db: Db,
  { proposals }: ImportTable,
  importId: string,
): Promise<ProposalColumns> {
  if (!proposals) return NONE;
  await db.execute(sql`
    CREATE TEMP TABLE proposed (line integer PRIMARY KEY, doubt text, candidates jsonb, proposal jsonb) ON COMMIT DROP`);
  await proposals.propose(db, importId);
  await db.execute(sql`ANALYZE proposed`);
  return {
    join: sql`LEFT JOIN proposed pr ON pr.line = s.line`,
    doubt: sql`pr.doubt`,
    candidates: sql`pr.candidates`,
    own: sql`pr.proposal`,
  };
}
