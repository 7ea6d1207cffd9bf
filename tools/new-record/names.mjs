// The names of a new noun: how code, the database, the API and people call it.

/** Identifiers of the templates, of the languages, and parts of URLs, which a noun would collide with. */
const TAKEN = new Set(
  (
    "admin args case class columns context data default delete enum error export field filter form function import in " +
    "input interface list load message mutation new node null number object order page params query record return row " +
    "rows rules search server sheet show sort state status subject subscription switch tab table text title type " +
    "values viewer void where"
  ).split(" "),
);

const USAGE = `pnpm new:record NOUN [options]

  NOUN              the singular in camel case: contract, serviceContract
  --plural WORD     where it is irregular: --plural companies
  --pt WORD         the Portuguese singular; with --pt-plural WORD and --pt-article a where it is feminine
  --tab TAB         the tab of the profile that shows its list: deals (unless given), documents or projects`;

const TABS = ["deals", "documents", "projects"];
const CAMEL_CASE = /^[a-z]{2,}([A-Z][a-z]+)*$/;
const PORTUGUESE = /^[\p{Ll}][\p{Ll} -]{1,40}$/u;
const MAX_LENGTH = 30;

/** What is wrong with the command's arguments; its message says what to do. */
export class WrongArguments extends Error {
  constructor(what) {
    super(`${what}\n\n${USAGE}`);
  }
}

const capitalized = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const split = (camelCase) => camelCase.split(/(?=[A-Z])/).map((word) => word.toLowerCase());

function pluralOf(noun) {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

function camelCase(word, what) {
  if (!CAMEL_CASE.test(word) || word.length > MAX_LENGTH)
    throw new WrongArguments(
      `${what} "${word}" is no name: write it in camel case with letters from a to z, at most ${MAX_LENGTH}.`,
    );
  if (TAKEN.has(word)) throw new WrongArguments(`${what} "${word}" already means something else.`);
  return word;
}

function portuguese(word, option) {
  if (!PORTUGUESE.test(word))
    throw new WrongArguments(`${option} "${word}" is no Portuguese noun in small letters.`);
  return word;
}

/**
 * Every name of a noun, by the placeholders of the templates: `__Noun__` of serviceContract is ServiceContract.
 * Throws WrongArguments.
 * @param {string[]} positionals what the command was given besides its options
 * @param {Record<string, string | undefined>} options
 */
export function namesOf(positionals, options) {
  const [given, ...more] = positionals;
  if (!given || more.length > 0) throw new WrongArguments("Name one noun.");
  const noun = camelCase(given, "The noun");
  const nouns = camelCase(options.plural ?? pluralOf(noun), "The plural");
  if (noun === nouns)
    throw new WrongArguments(`"${noun}" is its own plural; give another one by --plural.`);
  const tab = options.tab ?? TABS[0];
  if (!TABS.includes(tab))
    throw new WrongArguments(`--tab "${tab}" is none of ${TABS.join(", ")}.`);
  const article = options["pt-article"] ?? "o";
  if (!["o", "a"].includes(article)) throw new WrongArguments("--pt-article is o or a.");
  const words = split(noun).join(" ");
  const wordsPlural = split(nouns).join(" ");
  const pt = options.pt ? portuguese(options.pt, "--pt") : words;
  const plural = options["pt-plural"] ?? (options.pt ? `${options.pt}s` : wordsPlural);
  const ptPlural = portuguese(plural, "--pt-plural");
  return {
    noun,
    nouns,
    Noun: capitalized(noun),
    Nouns: capitalized(nouns),
    NOUN: split(noun).join("_").toUpperCase(),
    table: split(nouns).join("_"),
    kebabPlural: split(nouns).join("-"),
    words,
    wordsPlural,
    Words: capitalized(words),
    WordsPlural: capitalized(wordsPlural),
    pt,
    ptPlural,
    Pt: capitalized(pt),
    PtPlural: capitalized(ptPlural),
    ptArticle: article,
    tab,
  };
}
