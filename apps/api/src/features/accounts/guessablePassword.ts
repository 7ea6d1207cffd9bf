import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

/** A password that is found in fewer guesses is refused: the limits on signing in do not allow so many. */
const FEWEST_GUESSES = 1e6;
// Text after this length makes a password no easier to guess, and takes long to check.
const LOOKED_AT = 32;
// What people put around a word: a year, an exclamation mark.
const MAX_AROUND = 5;
const SHORTEST_WORD = 4;
const OWN_NAMES = ["clientela"];

const LOOKALIKES: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "0": "o",
  "1": "i",
  "!": "i",
  "3": "e",
  $: "s",
  "5": "s",
  "7": "t",
};

interface Lists {
  estimate: ZxcvbnFactory;
  words: ReadonlySet<string>;
}

let lists: Promise<Lists> | undefined;

// They weigh about ten megabytes, and passwords are chosen seldom: read when one is.
async function readLists(): Promise<Lists> {
  const [{ ZxcvbnFactory }, common, portuguese] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-pt-br"),
  ]);
  const dictionary = {
    passwords: common.dictionary["passwords-common"],
    words: portuguese.dictionary["commonWords-pt-br"],
    subjects: portuguese.dictionary["wikipedia-pt-br"],
    firstNames: portuguese.dictionary["firstnames-pt-br"],
    lastNames: portuguese.dictionary["lastnames-pt-br"],
  };
  return {
    estimate: new ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs }),
    words: new Set([...Object.values(dictionary).flat(), ...OWN_NAMES]),
  };
}

const withoutEnds = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
const withoutLookalikes = (text: string) =>
  text.replace(/[@40!13$57]/g, (one) => LOOKALIKES[one] ?? one);

/** The single words that a password may be, without what is written around them and with letters for their lookalikes. */
function wordsIn(password: string): string[] {
  const text = password.toLowerCase();
  const core = withoutEnds(text);
  return [
    text,
    withoutLookalikes(text),
    ...(text.length - core.length <= MAX_AROUND ? [core, withoutLookalikes(core)] : []),
  ].filter((word) => word.length >= SHORTEST_WORD);
}

/** Whether a password is made of words of the person's own, in any order, with little around them. */
function isOwn(password: string, ownWords: readonly string[]): boolean {
  const longestFirst = [...ownWords].sort((one, other) => other.length - one.length);
  const text = password.toLowerCase();
  return [text, withoutLookalikes(text)].some((spelling) => {
    const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ""), spelling);
    return rest.length < spelling.length && rest.length <= MAX_AROUND;
  });
}

/**
 * Whether a password is guessed soon: one of the 49,000 most common, a Portuguese word or a name with little around
 * it, a row of keys, a date, a repetition; or words of the person's own name and address (`own`). Works offline.
 */
export async function isGuessable(password: string, own: readonly string[] = []): Promise<boolean> {
  lists ??= readLists();
  const { estimate, words } = await lists;
  const ownWords = own
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= SHORTEST_WORD);
  if (isOwn(password, ownWords) || wordsIn(password).some((word) => words.has(word))) return true;
  const { guesses } = estimate.check(password.slice(0, LOOKED_AT), [...OWN_NAMES, ...ownWords]);
  return guesses < FEWEST_GUESSES;
}
