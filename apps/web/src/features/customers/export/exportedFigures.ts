import { z } from "zod";
import { type FigureRange, figures, filterOf } from "../list/figures.js";

const end = z.union([z.string(), z.number().transform(String)]).nullish();
const range = z.object({ from: end, to: end }).nullish().catch(null);
const anyFilter = z.record(z.string(), z.unknown()).catch({});

/** The ranges of figures in the API's filter as an export stores it. */
export function exportedFigures(filter: unknown): FigureRange[] {
  const stored = anyFilter.parse(filter);
  return figures.flatMap((figure) => {
    const found = range.parse(stored[filterOf(figure)]);
    return found ? [{ figure, from: found.from ?? "", to: found.to ?? "" }] : [];
  });
}
