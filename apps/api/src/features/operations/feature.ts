import type { Feature } from "../../platform/feature.js";
import { operationsMessages } from "./operations.messages.js";
import { OperationsResolver } from "./operations.resolver.js";
import { operationsMetrics } from "./operationsMetrics.js";
import { BACKUP_QUEUE, backupJob, scheduleBackups } from "./scheduledBackups.js";

/** What whoever runs the server sees of it, and scheduled backups. */
export const operations: Feature = {
  name: "operations",
  resolvers: [OperationsResolver],
  messages: operationsMessages,
  jobs: { [BACKUP_QUEUE]: backupJob },
  observe: operationsMetrics,
  start: scheduleBackups,
};
