import sql, { raw, type Sql } from "sql-template-tag";

// The legal form of a company does not identify it.
const LEGAL_FORMS =
  "ltda|lda|sa|s a|me|mei|epp|eireli|unipessoal|inc|llc|ltd|plc|gmbh|ag|sarl|srl|sl";

/** A name as names are compared: case-folded, without accents, punctuation and legal form. */
export function comparedName(name: Sql): Sql {
  const words = sql`btrim(regexp_replace(fold(${name}), '[[:punct:][:space:]]+', ' ', 'g'))`;
  return sql`btrim(regexp_replace(${words}, ${raw(`'( (${LEGAL_FORMS}))+$'`)}, ''))`;
}

/** From this trigram similarity on, two names are taken for spellings of one. */
const MISSPELT = 0.85;

/**
 * Whether two names may belong to one customer: equal except for the legal form, one with additional words, or
 * misspelt. False if one is missing.
 */
export function namesAgree(a: Sql, b: Sql): Sql {
  return sql`(CASE WHEN fold(${a}) = fold(${b}) THEN true ELSE coalesce((
    SELECT string_to_array(x.a, ' ') <@ string_to_array(x.b, ' ') OR string_to_array(x.b, ' ') <@ string_to_array(x.a, ' ')
      OR similarity(x.a, x.b) >= ${MISSPELT}
    FROM (SELECT ${comparedName(a)} AS a, ${comparedName(b)} AS b) x WHERE x.a <> '' AND x.b <> ''), false) END)`;
}
