import type { SheetColumn } from "../sheets/sheet.js";
import type { ColumnProfile } from "./columnProfile.js";
import { canBeKey, isProvenBy, isTelling, supportOf, supportOfCue } from "./evidence.js";
import { commonPrefix, headerKey, isForeign } from "./headerWords.js";
import {
  type HeaderKeys,
  type KnownColumn,
  keysOf,
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
 * Stays out: "empty", "unknownHeader", "fieldTaken", "exportOnly", "otherRecord" (a delivery address, a contact).
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
  | "otherRecord";

/** A field that a column may go to, and how much speaks for it. */
export interface Candidate {
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

/** The fields that each column may go to, by what its header and its values say. */
export function candidatesOf(
  columns: readonly FileColumn[],
  known: readonly KnownColumn[],
): Candidate[] {
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
