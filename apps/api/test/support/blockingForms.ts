/** Tables that the statements create themselves: nobody else uses them yet. */
const created = (sql: string): ReadonlySet<string> =>
  new Set(
    [...sql.matchAll(/\bCREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?"?(\w+)/gi)].map(
      ([, table = ""]) => table.toLowerCase(),
    ),
  );

/** Columns that the statements add to existing tables, and that are empty in all rows. */
const emptyColumns = (sql: string): ReadonlySet<string> =>
  new Set(
    [...sql.matchAll(/\bADD COLUMN "?(\w+)"? (?![^,;]*\bDEFAULT\b)/gi)].map(
      ([, column = ""]) => column,
    ),
  );

/** Leaves out comments and the bodies of functions, which run later. */
const plain = (sql: string): string =>
  sql
    .replace(/(\$\w*\$)[\s\S]*?\1/g, "''")
    .replace(/--.*$/gm, "")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ");

/** The actions of an ALTER TABLE, which commas outside of parentheses separate. */
function actionsOf(list: string): string[] {
  const actions = [""];
  let depth = 0;
  for (const sign of list) {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    if (sign === "," && depth === 0) actions.push("");
    else actions[actions.length - 1] += sign;
  }
  return actions.map((action) => action.trim());
}

/** What an action does to those who use the table meanwhile; null where it takes a moment. */
function blockingAction(action: string): string | null {
  const is = (pattern: RegExp) => pattern.test(action);
  if (is(/^ADD (CONSTRAINT \w+ )?(UNIQUE|PRIMARY KEY|EXCLUDE)\b/i) && !is(/\bUSING INDEX\b/i))
    return "builds an index: CREATE INDEX CONCURRENTLY, then ADD CONSTRAINT … USING INDEX";
  if (is(/^ADD (CONSTRAINT \w+ )?(CHECK|FOREIGN KEY)\b/i))
    return is(/\bNOT VALID\b/i)
      ? null
      : "reads all rows: ADD CONSTRAINT … NOT VALID, and VALIDATE in the next migration";
  if (is(/^ADD\b/i)) {
    if (is(/\bGENERATED ALWAYS AS \(.*\) STORED/i)) return "writes all rows anew";
    if (is(/\bDEFAULT (gen_random_uuid|uuid_v7|random|clock_timestamp|nextval)\b/i))
      return "writes all rows anew, as its default is another one for each";
    if (is(/\bNOT NULL\b/i) && !is(/\bDEFAULT\b/i)) return "fails where there are rows";
    if (is(/\b(UNIQUE|PRIMARY KEY)\b/i)) return "builds an index";
    if (is(/\bCHECK\b/i)) return "reads all rows: add the constraint NOT VALID by itself";
    if (is(/\bREFERENCES\b/i) && is(/\bDEFAULT (?!NULL\b)/i))
      return "reads all rows: add the constraint NOT VALID by itself";
    return null;
  }
  if (is(/^ALTER (COLUMN )?\w+ (SET DATA )?TYPE\b/i)) return "writes all rows anew";
  if (is(/^ALTER (COLUMN )?\w+ SET NOT NULL\b/i))
    return "reads all rows: add CHECK (… IS NOT NULL) NOT VALID instead";
  if (is(/^(RENAME|DROP COLUMN|DROP (?!CONSTRAINT\b|COLUMN\b|DEFAULT\b)\w+)/i))
    return "takes away what the version before still uses: do it a version later";
  return null;
}

/**
 * The forms of statements that keep others from an existing table while they read or write all of its rows, or that take away
 * what the version before uses; each in a sentence. None for what the statements create themselves.
 */
export function blockingForms(statements: readonly string[]): string[] {
  const sql = plain(statements.join(";\n"));
  const own = created(sql);
  const isOwn = (table = "") => own.has(table.toLowerCase());
  const empty = emptyColumns(sql);
  const problems: string[] = [];
  for (const statement of sql.split(";").map((one) => one.trim())) {
    const index = /^CREATE (?:UNIQUE )?INDEX (CONCURRENTLY )?.*?\bON (?:ONLY )?"?(\w+)/i.exec(
      statement,
    );
    // An index of a column that is still empty has no entries: reading the table for it takes a second for a million rows.
    const covers = /\bWHERE "?(\w+)"? IS NOT NULL$/i.exec(statement)?.[1];
    if (index && !index[1] && !isOwn(index[2]) && !(covers && empty.has(covers)))
      problems.push(`CREATE INDEX on ${index[2]} keeps writers out: use CONCURRENTLY.`);
    const alter = /^ALTER TABLE (?:IF EXISTS )?(?:ONLY )?"?(\w+)"? (.*)$/i.exec(statement);
    if (alter && !isOwn(alter[1]))
      for (const action of actionsOf(alter[2] ?? "")) {
        const problem = blockingAction(action);
        if (problem) problems.push(`ALTER TABLE ${alter[1]} ${action.slice(0, 80)}: ${problem}.`);
      }
    const dropped = /^DROP TABLE (?:IF EXISTS )?"?(\w+)/i.exec(statement);
    if (dropped && !isOwn(dropped[1]))
      problems.push(`DROP TABLE ${dropped[1]} takes away what the version before still uses.`);
    if (/^(VACUUM FULL|CLUSTER|LOCK TABLE|TRUNCATE|REINDEX (?!.*CONCURRENTLY))/i.test(statement))
      problems.push(`${statement.slice(0, 40)} keeps everybody out.`);
  }
  return problems;
}
