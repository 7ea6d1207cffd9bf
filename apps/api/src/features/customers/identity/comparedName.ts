import sql, { raw, type Sql } from "sql-template-tag";

// What is said of a company's form says nothing of which company it is.
const LEGAL_FORMS =
  "ltda|lda|sa|s a|me|mei|epp|eireli|unipessoal|inc|llc|ltd|plc|gmbh|ag|sarl|srl|sl";

/** A name as names are compared: folded, without punctuation and the form of the company. */
export function comparedName(name: Sql): Sql {
  const words = sql`btrim(regexp_replace(fold(${name}), '[[:punct:][:space:]]+', ' ', 'g'))`;
  return sql`btrim(regexp_replace(${words}, ${raw(`'( (${LEGAL_FORMS}))+$'`)}, ''))`;
}

/** From this similarity of trigrams on two names differ by a slip of the pen. */
const MISSPELT = 0.85;

/**
 * Whether two names can be one customer's: equal but for the form of the company, one with words more than the
 * other, or misspelt. False where one is missing.
 */
export function namesAgree(a: Sql, b: Sql): Sql {
  return sql`(CASE WHEN fold(${a}) = fold(${b}) THEN true ELSE coalesce((
    SELECT string_to_array(x.a, ' ') <@ string_to_array(x.b, ' ') OR string_to_array(x.b, ' ') <@ string_to_array(x.a, ' ')
      OR similarity(x.a, x.b) >= ${MISSPELT}
    FROM (SELECT ${comparedName(a)} AS a, ${comparedName(b)} AS b) x WHERE x.a <> '' AND x.b <> ''), false) END)`;
}
