import sql from "sql-template-tag";
import type { App } from "../../../platform/app.js";
import type { HeldWebhook, PendingDelivery } from "./deliveryQueue.js";
import type { WebhookResponse } from "./sendWebhook.js";

interface Taken {
  id: string;
  at: Date;
  status: number | null;
}

/** Writes down what a receiver took: while one statement runs, the next ones gather. */
export class TakenDeliveries {
  private gathered: Taken[] = [];
  private writing: Promise<void> | null = null;
  private failure: { error: unknown } | null = null;
  private unchanged = true;

  constructor(
    private readonly app: App,
    private readonly webhook: HeldWebhook,
  ) {}

  /** Whether the webhook was still held as it was read, when something was last written down. */
  get isUnchanged(): boolean {
    return this.unchanged && !this.failure;
  }

  add(due: PendingDelivery, { status }: WebhookResponse): void {
    this.gathered.push({ id: due.deliveryId, at: this.app.clock(), status });
    this.writing ??= this.write();
  }

  /** Waits until everything is written down. */
  async settle(): Promise<void> {
    await this.writing;
    if (this.failure) throw this.failure.error;
  }

  private async write(): Promise<void> {
    try {
      while (this.gathered.length > 0) await this.writeGathered();
    } catch (error) {
      this.failure = { error };
    } finally {
      this.writing = null;
    }
  }

  private async writeGathered(): Promise<void> {
    const { id, claim, version } = this.webhook;
    const taken = this.gathered.splice(0);
    const held = await this.app.database.db().row(sql`
      WITH written AS (
        UPDATE webhook_deliveries d SET status = 'DELIVERED', attempts = attempts + 1, attempted_at = t.at,
          response_status = t.status, problem = NULL, asked_again = false
        FROM unnest(${taken.map((one) => one.id)}::uuid[], ${taken.map(({ at }) => at)}::timestamptz[],
          ${taken.map(({ status }) => status)}::int[]) AS t (id, at, status)
        WHERE d.id = t.id
      ), recovered AS (
        UPDATE webhooks SET failing_since = NULL, retry_at = NULL
        WHERE id = ${id}::uuid AND failing_since IS NOT NULL
      )
      SELECT 1 FROM webhooks
      WHERE id = ${id}::uuid AND claim = ${claim}::uuid AND version = ${version}::int AND disabled_at IS NULL`);
    this.unchanged &&= held !== null;
  }
}
