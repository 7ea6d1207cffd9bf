import type { SheetColumn, SheetSchema } from "../sheets/sheet.js";
import { isTelling } from "./evidence.js";
import {
  addressPart,
  headerKey,
  isForeign,
  likeness,
  squashed,
  tellingWords,
} from "./headerWords.js";
import { withoutSystem } from "./idSources.js";

/** A field with the headers that are known for it. */
export interface KnownColumn {
  column: SheetColumn;
  /** Headers that mean it, squashed, each with its place in the order of preference. */
  names: ReadonlyMap<string, number>;
  cues: ReadonlyMap<string, number>;
  hints: ReadonlySet<string>;
  beside: ReadonlySet<string>;
  telling: readonly string[][];
}

/** How a header says a field. */
export interface Naming {
  /**
   * "known": it is one of the field's names. "beside": it is one, since another column stands there.
   * "alike": its words are those of a name. "cue": it is the field where the values say so as well.
   * "hint": it may be the field.
   */
  kind: "known" | "beside" | "alike" | "cue" | "hint";
  score: number;
}

const knownBySchema = new WeakMap<SheetSchema, readonly KnownColumn[]>();
const setOf = (headers: readonly string[] = []) =>
  new Set(headers.map((header) => squashed(headerKey(header))));

function knownColumn(column: SheetColumn): KnownColumn {
  const names = new Map<string, number>();
  const { "pt-PT": portugal = [], ...labels } = column.labels;
  const keys = [Object.values(labels), column.key, column.synonyms, portugal].flat().map(headerKey);
  for (const key of keys) if (!names.has(squashed(key))) names.set(squashed(key), names.size);
  const telling = keys.map(tellingWords).filter((words) => words.length > 0);
  const { cues, hints, beside } = column;
  return {
    column,
    names,
    telling,
    cues: new Map([...setOf(cues?.headers)].map((header, rank) => [header, rank])),
    hints: setOf(hints),
    beside: setOf(beside?.headers),
  };
}

/** The fields of a sheet that a file can say, with their headers. */
export function knownColumns(schema: SheetSchema): readonly KnownColumn[] {
  const known = knownBySchema.get(schema) ?? schema.columns.map(knownColumn);
  knownBySchema.set(schema, known);
  return known;
}

/** A header as it is looked at: its key, and what is left of it without what all headers begin with. */
export interface HeaderKeys {
  full: string;
  bare: string;
}

/** The keys of a header. */
export function keysOf(header: string, prefix: string): HeaderKeys {
  const full = headerKey(header);
  return { full, bare: prefix === "" ? full : full.replace(`${prefix} `, "") };
}

/** The place of a header among the names of a field; undefined where it is none of them. */
export function rankOf({ full, bare }: HeaderKeys, { names, column }: KnownColumn) {
  const rank = names.get(squashed(full)) ?? names.get(squashed(bare));
  if (rank !== undefined || !column.ofAddress) return rank;
  for (const part of [addressPart(full), addressPart(bare)]) {
    const ofPart = part === null ? undefined : names.get(squashed(part));
    if (ofPart !== undefined) return ofPart;
  }
  return undefined;
}

// "HubSpot ID", "SAP customer": the id of a customer in the system that is named.
function isIdInSystem({ full }: HeaderKeys, { column, names, cues }: KnownColumn): boolean {
  const rest = column.ofSystem ? withoutSystem(full) : null;
  return rest !== null && (rest === "id" || names.has(squashed(rest)) || cues.has(squashed(rest)));
}

/** How a header says a field; null where it does not. `isBeside` says whether the column that this takes is there. */
export function namingOf(keys: HeaderKeys, known: KnownColumn, isBeside: boolean): Naming | null {
  const { full, bare } = keys;
  const among = (headers: ReadonlySet<string>) =>
    headers.has(squashed(full)) || headers.has(squashed(bare));
  const part = known.column.ofAddress ? (addressPart(full) ?? addressPart(bare)) : null;
  const isNamed = among(known.beside) || (part !== null && known.beside.has(squashed(part)));
  if (isBeside && isNamed) return { kind: "beside", score: 110 };
  const rank = rankOf(keys, known);
  if (rank !== undefined) return { kind: "known", score: 100 - rank / 20 };
  if (isIdInSystem(keys, known)) return { kind: "known", score: 100 };
  const cue = known.cues.get(squashed(full)) ?? known.cues.get(squashed(bare));
  if (cue !== undefined) return { kind: "cue", score: 60 - cue / 20 };
  if (among(known.hints)) return { kind: "hint", score: 40 };
  if (isForeign(full)) return null;
  const words = tellingWords(bare);
  const best = Math.max(0, ...known.telling.map((telling) => likeness(words, telling)));
  if (best >= 0.8) return { kind: "alike", score: 50 + 20 * best };
  // Words more than those of a name are a hint where the values can say whether it is the field.
  return best >= 0.65 && isTelling(known.column) ? { kind: "hint", score: 30 + 10 * best } : null;
}
