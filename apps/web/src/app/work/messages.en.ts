/** What waits for a person. */
export const work = {
  "work.parts": "Work",
  "work.tasks": "My tasks",
  "work.customersTasks": "My customers’ tasks",
  "work.invoices": "My customers’ invoices",
  "work.inbox": "Inbox",
  "work.noTasks": "No tasks to do.",
  "work.noInvoices": "No invoices to follow up.",
} as const;
