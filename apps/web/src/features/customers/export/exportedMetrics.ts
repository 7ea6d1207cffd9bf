import { z } from "zod";
import { filterOf, type MetricRange, metrics } from "../list/filters/metricRanges.js";

const end = z.union([z.string(), z.number().transform(String)]).nullish();
const range = z.object({ from: end, to: end }).nullish().catch(null);
const anyFilter = z.record(z.string(), z.unknown()).catch({});

/** The ranges of metrics in the API's filter as an export stores it. */
export function exportedMetrics(filter: unknown): MetricRange[] {
  const stored = anyFilter.parse(filter);
  return metrics.flatMap((metric) => {
    const found = range.parse(stored[filterOf(metric)]);
    return found ? [{ metric, from: found.from ?? "", to: found.to ?? "" }] : [];
  });
}
