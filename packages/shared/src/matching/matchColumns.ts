import { fieldOfSource, sourceOfHeader } from "../sheets/externalIdColumns.js";
import { hasSources, partsOf, type SheetSchema } from "../sheets/sheet.js";
import {
  type Candidate,
  candidatesOf,
  type FileColumn,
  type MatchConfidence,
  type MatchReason,
} from "./candidates.js";
import { headerKey, isForeign, squashed } from "./headerWords.js";
import { type KnownColumn, knownColumns } from "./knownColumns.js";

/** Where a column of a file goes, or may go. */
export interface ColumnMatch {
  /** The field that it goes to; null where it stays out until a person says otherwise. */
  field: string | null;
  /** 0 for the column that a field is taken from; those after it count where the ones before are blank. */
  place: number;
  /** The field that it may mean, for a person to confirm. */
  suggestion: string | null;
  /** How sure `field` or `suggestion` is. */
  confidence: MatchConfidence | null;
  reason: MatchReason;
}

const isSure = ({ confidence }: Candidate) => confidence !== "check";

/**
 * Which field each column of a file goes to, in the file's order. Headers are compared without case,
 * accents and punctuation, in all the languages of the schema, and have to agree with what all cells of the
 * column look like: where they do not, or only one of the two speaks, the column waits for a person. A field
 * is taken from the column that fits best; further ones stand in for it where it may come from several.
 * `given` are columns that somebody decided on, by their place, with their field or null: they stay. A header that names
 * the system whose ids stand below it, as exports write it, is no field of the schema and needs no other sign.
 */
export function matchColumns(
  columns: readonly FileColumn[],
  schema: SheetSchema,
  given: ReadonlyMap<number, string | null> = new Map(),
): ColumnMatch[] {
  const known = knownColumns(schema);
  const sourced = new Map(
    columns.flatMap(({ header }, at) => {
      const source = hasSources(schema) ? sourceOfHeader(header) : null;
      return source === null || given.has(at) ? [] : [[at, fieldOfSource(source)] as const];
    }),
  );
  const candidates = candidatesOf(columns, known)
    .filter(({ at }) => !given.has(at) && !sourced.has(at))
    .sort((a, b) => b.score - a.score || a.at - b.at);
  const taken = new Map<string, Candidate[]>();
  const used = new Map<number, Candidate>();
  const take = (candidate: Candidate) => {
    const { key } = candidate.known.column;
    taken.set(key, [...(taken.get(key) ?? []), candidate]);
    used.set(candidate.at, candidate);
  };
  for (const [at, field] of given) {
    const one = known.find(({ column }) => column.key === field);
    if (one) take({ at, known: one, confidence: "exact", reason: "header", score: 0 });
  }
  for (const candidate of candidates.filter(isSure)) {
    if (!used.has(candidate.at) && !taken.has(candidate.known.column.key)) take(candidate);
  }
  dropLoneParts(schema, taken, used);
  for (const candidate of candidates.filter(isSure)) {
    const { several, key } = candidate.known.column;
    const isFilled = (columns[candidate.at]?.profile.filled ?? 0) > 0;
    if (several && isFilled && !used.has(candidate.at) && taken.has(key)) take(candidate);
  }
  // A column without a value leaves its field open to one that has some.
  const isOpen = (key: string) =>
    (taken.get(key) ?? []).every(({ at }) => (columns[at]?.profile.filled ?? 0) === 0);
  const suggested = new Map<number, Candidate>();
  const waiting = new Set<string>();
  for (const candidate of candidates) {
    const { key } = candidate.known.column;
    if (used.has(candidate.at) || suggested.has(candidate.at)) continue;
    if (!isOpen(key) || waiting.has(key)) continue;
    suggested.set(candidate.at, candidate);
    waiting.add(key);
  }
  const fieldsOfSources = new Set(given.values());
  return columns.map((column, at): ColumnMatch => {
    const field = sourced.get(at);
    if (field !== undefined) {
      const isTaken = fieldsOfSources.has(field);
      fieldsOfSources.add(field);
      return isTaken
        ? { field: null, place: 0, suggestion: null, confidence: null, reason: "fieldTaken" }
        : { field, place: 0, suggestion: null, confidence: "exact", reason: "header" };
    }
    const goes = used.get(at);
    if (goes) {
      const { key } = goes.known.column;
      const place = placeOf(schema, taken, goes);
      return {
        field: key,
        place,
        suggestion: null,
        confidence: goes.confidence,
        reason: goes.reason,
      };
    }
    const asks = suggested.get(at);
    const out = { field: null, place: 0 };
    if (asks && column.profile.filled > 0) {
      return {
        ...out,
        suggestion: asks.known.column.key,
        confidence: "check",
        reason: asks.reason,
      };
    }
    const best = candidates.find((candidate) => candidate.at === at);
    return {
      ...out,
      suggestion: null,
      confidence: null,
      reason: reasonToStay(column, best, known),
    };
  });
}

/** Parts of a name, such as first names, are such only where one of them is named for sure. */
function dropLoneParts(
  schema: SheetSchema,
  taken: Map<string, Candidate[]>,
  used: Map<number, Candidate>,
): void {
  for (const whole of new Set(schema.columns.flatMap(({ partOf }) => partOf ?? []))) {
    const parts = partsOf(schema, whole).flatMap(({ key }) => taken.get(key) ?? []);
    if (parts.some(({ confidence }) => confidence === "exact")) continue;
    for (const part of parts) {
      taken.delete(part.known.column.key);
      used.delete(part.at);
    }
  }
}

// A whole that was hardly recognised gives way to its parts: it counts where they are blank.
function placeOf(
  schema: SheetSchema,
  taken: ReadonlyMap<string, readonly Candidate[]>,
  goes: Candidate,
): number {
  const { key } = goes.known.column;
  const place = (taken.get(key) ?? []).indexOf(goes);
  const hasParts = partsOf(schema, key).some((part) => taken.has(part.key));
  return hasParts && goes.confidence !== "exact" ? place + 1 : place;
}

function reasonToStay(
  { header, profile }: FileColumn,
  best: Candidate | undefined,
  known: readonly KnownColumn[],
): MatchReason {
  const key = headerKey(header);
  const isExported = known.some(
    ({ column, names }) => column.exportOnly && names.has(squashed(key)),
  );
  if (isExported) return "exportOnly";
  if (profile.filled === 0) return "empty";
  if (best?.reason === "contradicted" || best?.reason === "notAKey") return best.reason;
  if (best) return "fieldTaken";
  return isForeign(key) ? "otherRecord" : "unknownHeader";
}
