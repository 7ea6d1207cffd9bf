import { useEffect, useState } from "react";
import { z } from "zod";

const PAUSE_MS = 400;

const responseSchema = z.object({
  cost: z.object({ requested: z.number(), limit: z.number() }).nullable(),
});

/** What an operation would cost, in records, and what it may. */
export type QueryCost = NonNullable<z.infer<typeof responseSchema>["cost"]>;

async function askCost(query: string, variables: unknown, signal: AbortSignal) {
  const response = await fetch("/graphql/cost", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  if (!response.ok) return null;
  return responseSchema.parse(await response.json()).cost;
}

/** What a text of variables holds; nothing while it is no JSON. */
export function parsedVariables(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** The cost of the current operation, requested when typing pauses; null for an unfinished one. */
export function useQueryCost(query: string, variables: string): QueryCost | null {
  const [cost, setCost] = useState<QueryCost | null>(null);
  useEffect(() => {
    const ended = new AbortController();
    const timer = setTimeout(() => {
      if (query.trim() === "") return setCost(null);
      askCost(query, parsedVariables(variables), ended.signal)
        .then(setCost)
        .catch(() => {
          if (!ended.signal.aborted) setCost(null);
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [query, variables]);
  return cost;
}
