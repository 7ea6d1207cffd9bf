import type { Logger } from "pino";
import { Gauge, type Registry } from "prom-client";

/** A value of a gauge, with its labels. */
export interface Measured {
  value: number;
  labels?: Readonly<Record<string, string>>;
}

/**
 * Gauges that one look-up gives together, when metrics are read. Where it fails they have no values until it succeeds
 * again, and all other metrics are read all the same.
 */
export class LookedUp<Names extends string> {
  private looking: Promise<Readonly<Record<Names, readonly Measured[]>> | null> | null = null;

  constructor(
    private readonly registry: Registry,
    private readonly log: Logger,
    private readonly lookUp: () => Promise<Readonly<Record<Names, readonly Measured[]>>>,
  ) {}

  /** Adds a gauge with the values of this name. */
  gauge(key: Names, name: string, help: string, labelNames: string[] = []): void {
    const values = () => this.values();
    new Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      async collect() {
        const measured = await values();
        this.reset();
        // A gauge without labels is 0 once it is reset, which would be a lie.
        if (labelNames.length === 0) this.remove();
        for (const { value, labels = {} } of measured?.[key] ?? []) this.set(labels, value);
      },
    });
  }

  // The gauges are collected at the same time: the first one looks.
  private values(): Promise<Readonly<Record<Names, readonly Measured[]>> | null> {
    this.looking ??= this.lookUp()
      .catch((err: unknown) => {
        this.log.warn({ err }, "metrics could not be looked up");
        return null;
      })
      .finally(() => {
        this.looking = null;
      });
    return this.looking;
  }
}
