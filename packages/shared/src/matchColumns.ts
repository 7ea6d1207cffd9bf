import { headerKey, isForeign, overlap, tellingWords } from "./headerWords.js";
import { isProvenBy, supportOf } from "./sampleEvidence.js";
import { partsOf, type SheetColumn, type SheetSchema } from "./sheet.js";
import { isBlank } from "./textRules.js";

/** A column of a file: its header, and some of its cells. */
export interface FileColumn {
  header: string;
  samples: readonly string[];
}

/** How sure a match is: the header is known, is close to a known one, or a person should look. */
export type MatchConfidence = "exact" | "likely" | "check";

/** The field that a column of a file goes to, or none. */
export type ColumnMatch =
  | { field: string; confidence: MatchConfidence }
  | { field: null; confidence: null };

interface KnownColumn {
  column: SheetColumn;
  /** Header keys that mean the column, each with its place in the order of preference. */
  names: Map<string, number>;
  hints: Set<string>;
  telling: string[][];
}

interface Candidate {
  at: number;
  field: string;
  confidence: MatchConfidence;
  score: number;
}

const knownBySchema = new WeakMap<SheetSchema, KnownColumn[]>();

function knownColumns(schema: SheetSchema): KnownColumn[] {
  let known = knownBySchema.get(schema);
  if (!known) {
    known = schema.columns.map((column) => {
      const names = new Map<string, number>();
      const all = [...Object.values(column.labels), column.key, ...column.synonyms];
      for (const name of all) {
        const key = headerKey(name);
        if (!names.has(key)) names.set(key, names.size);
      }
      const telling = [...names.keys()].map(tellingWords).filter((words) => words.length > 0);
      return { column, names, hints: new Set((column.hints ?? []).map(headerKey)), telling };
    });
    knownBySchema.set(schema, known);
  }
  return known;
}

type Score = Pick<Candidate, "confidence" | "score">;

/** What the header alone says: 100 for a known one, less for its neighbours. */
function headerScore(key: string, known: KnownColumn): Score | null {
  const rank = known.names.get(key);
  if (rank !== undefined) return { confidence: "exact", score: 100 - rank / 100 };
  if (known.hints.has(key)) return { confidence: "check", score: 40 };
  if (isForeign(key)) return null;
  const words = tellingWords(key);
  const best = Math.max(0, ...known.telling.map((telling) => overlap(words, telling)));
  if (best >= 0.8) return { confidence: "likely", score: 50 + 30 * best };
  return best >= 0.7 ? { confidence: "check", score: 30 + 10 * best } : null;
}

function scoreOf({ header, samples }: FileColumn, known: KnownColumn): Score | null {
  const key = headerKey(header);
  const byHeader = headerScore(key, known);
  if (!byHeader) {
    const proven = !isForeign(key) && isProvenBy(known.column, samples);
    return proven ? { confidence: "check", score: 20 } : null;
  }
  if (samples.every(isBlank)) return { ...byHeader, score: byHeader.score - 5 };
  const support = supportOf(known.column, samples);
  if (support === null) return byHeader;
  if (support < 0.3) return { confidence: "check", score: byHeader.score - 60 };
  return support < 0.8 ? byHeader : { ...byHeader, score: byHeader.score + 1 };
}

/** The fields that a column could go to; a header that is known for one is not taken for a neighbour of another. */
function candidatesOf(column: FileColumn, at: number, known: readonly KnownColumn[]): Candidate[] {
  const isKnown = known.some(({ names }) => names.has(headerKey(column.header)));
  return known.flatMap((one) => {
    const score = one.column.exportOnly ? null : scoreOf(column, one);
    if (!score || score.score <= 0 || (isKnown && score.confidence === "likely")) return [];
    return [{ at, field: one.column.key, ...score }];
  });
}

function assign(columns: readonly FileColumn[], candidates: readonly Candidate[]): ColumnMatch[] {
  const matches = columns.map((): ColumnMatch => ({ field: null, confidence: null }));
  const taken = new Set<string>();
  for (const { at, field, confidence } of candidates) {
    if (matches[at]?.field !== null || taken.has(field)) continue;
    matches[at] = { field, confidence };
    taken.add(field);
  }
  return matches;
}

/**
 * The fields that give way where a whole and its parts are there: the parts, unless the whole was hardly
 * recognised, or its header is the word for a part as well ("Nome" beside "Sobrenome").
 */
function givingWay(
  matches: readonly ColumnMatch[],
  candidates: readonly Candidate[],
  schema: SheetSchema,
): Set<string> {
  const gone = new Set<string>();
  const matchOf = (field: string) => matches.find((match) => match.field === field);
  for (const whole of new Set(schema.columns.flatMap(({ partOf }) => partOf ?? []))) {
    const match = matchOf(whole);
    const parts = partsOf(schema, whole).map(({ key }) => key);
    const sure = parts.some((part) => matchOf(part)?.confidence === "exact");
    const mayBePart = candidates.some(
      ({ at, field }) => parts.includes(field) && !matchOf(field) && matches[at]?.field === whole,
    );
    if (sure && (match?.confidence !== "exact" || mayBePart)) gone.add(whole);
    else for (const part of parts) gone.add(part);
  }
  return gone;
}

/**
 * Which field each column of a file goes to, in the file's order; each field is used once, by the
 * column that fits best. Headers are compared without case, accents and punctuation, in all the
 * languages of the schema, and the samples confirm or cast doubt on them.
 */
export function matchColumns(columns: readonly FileColumn[], schema: SheetSchema): ColumnMatch[] {
  const known = knownColumns(schema);
  const exported = new Set(
    known.filter(({ column }) => column.exportOnly).flatMap(({ names }) => [...names.keys()]),
  );
  const candidates = columns.flatMap((column, at) =>
    exported.has(headerKey(column.header)) ? [] : candidatesOf(column, at, known),
  );
  candidates.sort((a, b) => b.score - a.score || a.at - b.at);
  const matches = assign(columns, candidates);
  const gone = givingWay(matches, candidates, schema);
  return assign(
    columns,
    candidates.filter(({ field }) => !gone.has(field)),
  );
}
