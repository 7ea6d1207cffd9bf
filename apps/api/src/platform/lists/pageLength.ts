import { Invalid } from "../errors.js";
import type { PageArgs } from "../types/page.input.js";

/** The page lengths of a list. */
interface Lengths {
  /** The default. */
  usual: number;
  longest: number;
}

/** The number of rows of a page; throws Invalid if it is not a valid page length. */
export function pageLength({ first, last }: PageArgs, { usual, longest }: Lengths): number {
  for (const [path, value] of Object.entries({ first, last })) {
    if (value != null && (value < 0 || value > longest)) {
      throw new Invalid([{ path, code: "out_of_range", params: { min: 0, max: longest } }]);
    }
  }
  if (first != null && last != null) throw new Invalid([{ path: "last", code: "first_or_last" }]);
  return first ?? last ?? usual;
}
