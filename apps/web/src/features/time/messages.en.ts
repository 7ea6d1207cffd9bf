/** Time worked on projects. */
export const time = {
  "time.title": "Time worked",
  "time.log": "Log time",
  "time.edit": "Edit time",
  "time.failed": "The time could not be loaded.",
  "time.none": "No time logged yet.",
  "time.projectMissing": "Choose a project.",
  "time.dayMissing": "Enter a day.",
  "time.timeInvalid": "A time from 1 minute to 24 hours, such as 1:30 or 1.5.",
  "time.one": "Time worked",
} as const;
