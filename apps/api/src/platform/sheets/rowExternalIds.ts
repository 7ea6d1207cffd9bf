import { sourceKey } from "@clientela/shared/records/externalIds";
import { readSourcedIds, type SourcedId } from "@clientela/shared/sheets/externalIdCells";
import { sourceOfField } from "@clientela/shared/sheets/externalIdColumns";
import type { ReadRow } from "./importer.js";

/** An id of a row's record in another system, with the sheet's field that it comes from. */
interface RowExternalId extends SourcedId {
  field: string;
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * The ids in other systems that a row gives its record, as `external_ids` of its values: those of the columns that name
 * their system, and `others`. Nothing where it gives none.
 */
export function externalIdValues(
  { fields }: ReadRow,
  others: readonly RowExternalId[] = [],
): { external_ids?: RowExternalId[] } {
  const found = [...others];
  for (const [field, value] of Object.entries(fields)) {
    const source = sourceOfField(field);
    if (source !== null && Array.isArray(value))
      found.push(...value.map((one) => ({ source, value: one, field })));
  }
  if (typeof fields.externalIds === "string") {
    const ids = readSourcedIds(fields.externalIds) ?? [];
    found.push(...ids.map((id) => ({ ...id, field: "externalIds" })));
  }
  if (found.length === 0) return {};
  const byId = new Map(
    found.map((one) => [JSON.stringify([sourceKey(one.source), one.value]), one]),
  );
  return {
    external_ids: [...byId.values()].sort(
      (a, b) => compareTexts(a.source, b.source) || compareTexts(a.value, b.value),
    ),
  };
}
