import { type GraphQLSchema, parse, validate } from "graphql";
import { z } from "zod";
import { parseInput } from "../parseInput.js";
import { type Cost, costOf } from "./queryCost.js";
import { MAX_TOKENS } from "./queryShape.js";

const MAX_ERRORS = 1;

const bodySchema = z.object({
  query: z.string().min(1),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** The cost that an operation would have, without executing it; null for an unfinished document. */
export function estimatedCost(
  schema: GraphQLSchema,
  limit: number,
  body: unknown,
): { cost: Cost | null } {
  const { query, variables, operationName } = parseInput(bodySchema, body);
  try {
    const document = parse(query, { maxTokens: MAX_TOKENS });
    if (validate(schema, document, undefined, { maxErrors: MAX_ERRORS }).length > 0) {
      return { cost: null };
    }
    return { cost: costOf(schema, document, variables ?? {}, operationName ?? undefined, limit) };
  } catch {
    // Errors are reported when it is executed.
    return { cost: null };
  }
}
