import { recordId } from "@clientela/shared/records/fieldRules";
import type { z } from "zod";
import { Invalid, type Issue } from "../errors.js";

// zod's own issues by the keys of our catalogue; rules of the shared package use their code as the message.
function issueOf(found: z.core.$ZodIssue, within: readonly string[]): Issue {
  const path = [...within, ...found.path.map(String)].join(".");
  switch (found.code) {
    case "too_big":
      return found.origin === "array"
        ? { path, code: "too_many", params: { max: Number(found.maximum) } }
        : { path, code: "too_long", params: { max: Number(found.maximum) } };
    case "too_small":
      return Number(found.minimum) === 1
        ? { path, code: "required" }
        : { path, code: "too_short", params: { min: Number(found.minimum) } };
    case "custom":
      return { path, code: found.message, params: found.params };
    default:
      return { path, code: /^[a-z_]+$/.test(found.message) ? found.message : "invalid" };
  }
}

/** Checks an input against its rules; throws Invalid with every issue and its path, which begins with that of the input. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  path?: string,
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const within = path === undefined ? [] : [path];
  throw new Invalid(parsed.error.issues.map((issue) => issueOf(issue, within)));
}

/** The same for asynchronous rules. */
export async function parseInputAsync<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Promise<z.output<Schema>> {
  const parsed = await schema.safeParseAsync(input);
  if (parsed.success) return parsed.data;
  throw new Invalid(parsed.error.issues.map((issue) => issueOf(issue, [])));
}

/** An id in stored form; throws Invalid if it is not a valid one. */
export function parseId(id: string, path = "id"): string {
  const parsed = recordId.safeParse(id);
  if (!parsed.success) throw new Invalid([{ path, code: "invalid_id" }]);
  return parsed.data;
}

/** Ids of a filter, any number of them, with repetitions; throws Invalid at the first malformed one. */
export const parseEachId = (ids: readonly string[], path: string): string[] =>
  ids.map((id, index) => parseId(id, `${path}.${index}`));

/** Ids in stored form, up to a maximum; throws Invalid for invalid ids and for repetitions. */
export function parseIds(ids: readonly string[], most: number, path = "ids"): string[] {
  if (ids.length === 0) throw new Invalid([{ path, code: "required" }]);
  if (ids.length > most) throw new Invalid([{ path, code: "too_many", params: { max: most } }]);
  const known = new Set<string>();
  return ids.map((id, index) => {
    const one = parseId(id, `${path}.${index}`);
    if (known.has(one)) throw new Invalid([{ path: `${path}.${index}`, code: "repeated" }]);
    known.add(one);
    return one;
  });
}
