/** What waits for a person. */
export const work = {
  "work.parts": "Which work",
  "work.tasks": "My tasks",
  "work.customersTasks": "Tasks of my customers",
  "work.invoices": "Invoices of my customers",
  "work.noTasks": "No task waits here.",
  "work.noInvoices": "No invoice waits here.",
} as const;
