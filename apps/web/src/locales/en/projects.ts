/** Projects of a customer. */
export const projects = {
  "projects.status.PLANNED": "Planned",
  "projects.status.ACTIVE": "Active",
  "projects.status.ON_HOLD": "On hold",
  "projects.status.DONE": "Done",
  "projects.status.CANCELLED": "Cancelled",
} as const;
