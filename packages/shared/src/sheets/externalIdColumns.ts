import { lineRuling } from "../values/textRules.js";
import type { SheetColumn } from "./sheetColumn.js";
import { labels } from "./sheetWords.js";

const FIELD = "externalIds";
const PREFIX = `${FIELD}.`;
const MAX_SOURCE = 100;

/** The field of a record's ids in one other system. */
export const fieldOfSource = (source: string): string => PREFIX + source;

/** The other system whose ids a field holds; null for other fields. */
export function sourceOfField(field: string | null): string | null {
  if (!field?.startsWith(PREFIX)) return null;
  const source = field.slice(PREFIX.length);
  const ruling = lineRuling(source, MAX_SOURCE);
  return "value" in ruling && ruling.value === source ? source : null;
}

/** A record's ids in other systems, of all systems that have no column of their own. */
export const externalIdsColumn: SheetColumn = {
  key: FIELD,
  type: "externalIds",
  labels: labels("IDs externos", "External IDs", "IDs externos"),
  synonyms: [],
  example: '[{"source":"erp","value":"A-1017"}]',
};

/** The column of a record's ids in one other system. */
export const columnOfSource = (source: string): SheetColumn => ({
  key: fieldOfSource(source),
  type: "externalId",
  source,
  labels: labels(`ID externo: ${source}`, `External ID: ${source}`, `ID externo: ${source}`),
  synonyms: [],
  example: "A-1017",
});

// As an export heads such columns, as its JSON Lines name them, and as people write it.
const HEADERS = [
  /^(?:external[ _]?ids?|ids?[ _]externos?)\s*:\s*(.+)$/is,
  /^(?:external[ _]?ids?|ids?[ _]externos?)\s*\((.+)\)$/is,
  /^externalIds\.(.+)$/s,
];

/** The other system whose ids stand under a header such as "External ID: billing"; null for other headers. */
export function sourceOfHeader(header: string): string | null {
  for (const pattern of HEADERS) {
    const source = pattern.exec(header.trim())?.[1]?.trim();
    if (source !== undefined) return sourceOfField(fieldOfSource(source));
  }
  return null;
}
