import { Counter, Histogram, type Registry } from "prom-client";

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
// Callers choose the names of their operations: every further one costs a dozen time series.
const MAX_OPERATIONS = 200;
const LONGEST_NAME = 64;
/** What operations beyond those are counted as, and those without a name. */
const OTHERS = "other";
const UNNAMED = "unnamed";

/** Latency and errors of GraphQL requests, by the name of their operation. */
export class OperationMetrics {
  private readonly durations: Histogram;
  private readonly errors: Counter;
  private readonly known = new Map<string, ReturnType<Histogram["labels"]>>();

  constructor(registry: Registry) {
    this.durations = new Histogram({
      name: "clientela_graphql_operation_duration_seconds",
      help: `How long GraphQL requests took, by the name of their operation: the first ${MAX_OPERATIONS}, and "${OTHERS}".`,
      labelNames: ["operation"],
      buckets: SECONDS,
      registers: [registry],
    });
    this.errors = new Counter({
      name: "clientela_graphql_errors_total",
      help: "Errors in GraphQL responses, by the name of their operation and their code.",
      labelNames: ["operation", "code"],
      registers: [registry],
    });
  }

  /**
   * Counts a response.
   * @param name the operation's name, as the caller wrote it
   * @param seconds how long it took
   * @param codes the code of each of its errors
   */
  observe(name: string | undefined, seconds: number, codes: readonly string[]): void {
    const operation = this.labelOf(name);
    this.seriesOf(operation).observe(seconds);
    for (const code of codes) this.errors.inc({ operation, code });
  }

  private labelOf(name: string | undefined): string {
    if (!name) return UNNAMED;
    if (this.known.has(name)) return name;
    return this.known.size >= MAX_OPERATIONS || name.length > LONGEST_NAME ? OTHERS : name;
  }

  // Finding a series by its labels takes longer than counting in it.
  private seriesOf(operation: string): ReturnType<Histogram["labels"]> {
    let series = this.known.get(operation);
    if (!series) {
      series = this.durations.labels(operation);
      this.known.set(operation, series);
    }
    return series;
  }
}
