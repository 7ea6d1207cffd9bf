/** The settings page. */
export const settings = {
  "settings.organisation": "Organisation",
  "settings.timeZone": "Time zone",
  "settings.timeZoneHint": "Decides what is due today and what is overdue.",
  "settings.today": "Today",
  "settings.currency": "Currency",
  "settings.fromEnvironment": "Set by whoever runs the server.",
  "settings.you": "You, on this device",
  "settings.account": "Account",
  "settings.language": "Language",
  "settings.appearance": "Appearance",
  "settings.shortcuts": "Shortcuts of a single key",
  "settings.shortcutsHint":
    "Such as C to add a customer. Switch them off if you dictate or use other assistive tools.",
} as const;
