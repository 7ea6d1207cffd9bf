/** Time worked on projects. */
export const time = {
  "time.title": "Time entries",
  "time.log": "Log time",
  "time.edit": "Edit time entry",
  "time.failed": "The time entries could not be loaded.",
  "time.none": "No time logged yet.",
  "time.projectMissing": "Choose a project.",
  "time.dayMissing": "Enter a date.",
  "time.timeInvalid": "Enter a time from 1 minute to 24 hours, such as 1:30 or 1.5.",
  "time.one": "Time entry",
} as const;
