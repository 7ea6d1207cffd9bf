import { partsOf, type SheetColumn, type SheetSchema } from "../sheets/sheet.js";
import type { ColumnProfile } from "./columnProfile.js";
import { canBeKey, isProvenBy, isTelling, supportOf, supportOfCue } from "./evidence.js";
import { commonPrefix, headerKey, isForeign, squashed } from "./headerWords.js";
import {
  type HeaderKeys,
  type KnownColumn,
  keysOf,
  knownColumns,
  type Naming,
  namingOf,
  rankOf,
} from "./knownColumns.js";

/** A column of a file: its header, and what its cells are like. */
export interface FileColumn {
  header: string;
  profile: ColumnProfile;
}

/** How sure a match is: the header is known, is close to a known one, or a person has to look. */
export type MatchConfidence = "exact" | "likely" | "check";

/**
 * Why a column goes where it goes, waits for a person, or stays out.
 * Goes: "header" (its header is known), "similarHeader", "values" (they confirm a header that means several things).
 * Waits: "contradicted" (its values do not look like the field's), "vagueHeader", "valuesOnly" (only they say
 * so), "notAKey" (it says the same in most rows).
 * Stays out: "empty", "unknownHeader", "fieldTaken", "exportOnly", "aboutOther" (a delivery address, a contact).
 */
export type MatchReason =
  | "header"
  | "similarHeader"
  | "values"
  | "contradicted"
  | "vagueHeader"
  | "valuesOnly"
  | "notAKey"
  | "empty"
  | "unknownHeader"
  | "fieldTaken"
  | "exportOnly"
  | "aboutOther";

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

interface Candidate {
  at: number;
  known: KnownColumn;
  confidence: MatchConfidence;
  reason: MatchReason;
  score: number;
  /** Whether its values say more than a header that names another field. */
  outweighs?: boolean;
}

/** From this share of fitting values on a column goes to the field that its header names. */
const ENOUGH: Record<Naming["kind"], number> = {
  // A header that names a field leaves little doubt: what does not fit are mistakes in the cells.
  known: 0.2,
  beside: 0.2,
  alike: 0.5,
  cue: 0.8,
  hint: Number.POSITIVE_INFINITY,
};

/** From this share on values say more than a header that names another field. */
const OUTWEIGHING = 0.5;

/** Below this share a vague header does not mean the field at all. */
const WORTH_ASKING = 0.3;

/** What a column's header and values together say of a field. */
function weigh(
  column: SheetColumn,
  naming: Naming,
  profile: ColumnProfile,
  identities: readonly ColumnProfile[],
): Omit<Candidate, "at" | "known"> | null {
  const { kind, score } = naming;
  const isSure = kind === "known" || kind === "beside";
  const support = kind === "cue" ? supportOfCue(column, profile) : supportOf(column, profile);
  if (profile.filled === 0) {
    if (kind === "cue" || kind === "hint") return null;
    return {
      confidence: isSure ? "exact" : "likely",
      reason: isSure ? "header" : "similarHeader",
      score: score - 20,
    };
  }
  if (column.isKey && !canBeKey(profile, identities)) {
    return { confidence: "check", reason: "notAKey", score: score - 60 };
  }
  const outweighs = kind === "cue" && column.cues?.outweigh === true;
  const wanted = outweighs ? OUTWEIGHING : ENOUGH[kind];
  const enough = support === null ? kind !== "hint" : support >= wanted;
  if (outweighs)
    return enough ? { confidence: "likely", reason: "values", score, outweighs } : null;
  if (enough) {
    const sign = support !== null && isTelling(column) ? 3 * support : 0;
    const confidence = isSure ? "exact" : "likely";
    const reasons = {
      known: "header",
      beside: "header",
      alike: "similarHeader",
      cue: "values",
      hint: "vagueHeader",
    } as const;
    return { confidence, reason: reasons[kind], score: score + sign };
  }
  const isVague = kind === "cue" || kind === "hint";
  if (isVague && support !== null && support < WORTH_ASKING) return null;
  return {
    confidence: "check",
    reason: isVague ? "vagueHeader" : "contradicted",
    score: score - 60,
  };
}

function candidatesOf(columns: readonly FileColumn[], known: readonly KnownColumn[]): Candidate[] {
  const prefix = commonPrefix(columns.map(({ header }) => headerKey(header)));
  const keys = columns.map(({ header }) => keysOf(header, prefix));
  const taxIds = known.filter(({ column }) => column.type === "taxId");
  const identities = columns.flatMap(({ profile }, at) => {
    const own = keys[at];
    return own && taxIds.some((one) => rankOf(own, one) !== undefined) ? [profile] : [];
  });
  return columns.flatMap(({ profile }, at) => {
    const own = keys[at] ?? { full: "", bare: "" };
    const isKnown = known.some((one) => rankOf(own, one) !== undefined);
    const found = known.flatMap((one): Candidate[] => {
      const { column } = one;
      if (column.exportOnly) return [];
      const naming = namingOf(own, one, isBeside(one, at, keys, known));
      if (naming) {
        // A header that is known for one field is not taken for a neighbour of another.
        if (isKnown && naming.kind === "alike") return [];
        const weighed = weigh(column, naming, profile, identities);
        return weighed ? [{ at, known: one, ...weighed }] : [];
      }
      const isProven = !isKnown && !isForeign(own.full) && isProvenBy(column, profile);
      return isProven
        ? [{ at, known: one, confidence: "check", reason: "valuesOnly", score: 20 }]
        : [];
    });
    return found.some(({ outweighs }) => outweighs)
      ? found.filter(({ outweighs }) => outweighs)
      : found;
  });
}

function isBeside(
  field: KnownColumn,
  at: number,
  keys: readonly HeaderKeys[],
  known: readonly KnownColumn[],
): boolean {
  const { beside } = field.column;
  if (!beside || keys.some((key) => rankOf(key, field) !== undefined)) return false;
  const other = known.find(({ column }) => column.key === beside.field);
  return keys.some((key, place) => {
    const isNear = beside.next ? Math.abs(place - at) === 1 : place !== at;
    return isNear && other !== undefined && rankOf(key, other) !== undefined;
  });
}

const isSure = ({ confidence }: Candidate) => confidence !== "check";

/**
 * Which field each column of a file goes to, in the file's order. Headers are compared without case,
 * accents and punctuation, in all the languages of the schema, and have to agree with what all cells of the
 * column look like: where they do not, or only one of the two speaks, the column waits for a person. A field
 * is taken from the column that fits best; further ones stand in for it where it may come from several.
 * `given` are columns that somebody decided on, by their place, with their field or null: they stay.
 */
export function matchColumns(
  columns: readonly FileColumn[],
  schema: SheetSchema,
  given: ReadonlyMap<number, string | null> = new Map(),
): ColumnMatch[] {
  const known = knownColumns(schema);
  const candidates = candidatesOf(columns, known)
    .filter(({ at }) => !given.has(at))
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
  const asked = new Set<string>();
  for (const candidate of candidates) {
    const { key } = candidate.known.column;
    if (used.has(candidate.at) || suggested.has(candidate.at)) continue;
    if (!isOpen(key) || asked.has(key)) continue;
    suggested.set(candidate.at, candidate);
    asked.add(key);
  }
  return columns.map((column, at): ColumnMatch => {
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
  return isForeign(key) ? "aboutOther" : "unknownHeader";
}
