import { externalIds } from "@clientela/shared/records/externalIds";
import { z } from "zod";
import type { ExternalId, ExternalIdInput } from "../records/externalId.type.js";
import { parseInput } from "./parseInput.js";

const schema = z.object({ externalIds: externalIds.nullish() });

/** The external ids in an input that creates a record; throws Invalid. */
export function newExternalIds(input: { externalIds?: ExternalIdInput[] | null }): ExternalId[] {
  return parseInput(schema, { externalIds: input.externalIds }).externalIds ?? [];
}
