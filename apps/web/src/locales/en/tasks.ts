/** Tasks of a customer. */
export const tasks = {
  "tasks.status.TODO": "To do",
  "tasks.status.IN_PROGRESS": "In progress",
  "tasks.status.DONE": "Done",
  "tasks.priority.LOW": "Low",
  "tasks.priority.NORMAL": "Normal",
  "tasks.priority.HIGH": "High",
  "tasks.priority.URGENT": "Urgent",
} as const;
