import { date, minutes, paragraphs, person, reference } from "../../records/fields/fieldKinds.js";

/** The fields of an entry of time, as forms, lists and the history show them. */
export const timeEntryFields = {
  projectId: reference({
    label: "field.projectId",
    missing: "time.projectMissing",
    revertible: false,
  }),
  workedOn: date({ label: "field.workedOn", missing: "time.dayMissing", revertible: false }),
  minutes: minutes({
    label: "field.minutes",
    missing: "time.timeInvalid",
    invalid: "time.timeInvalid",
    revertible: false,
  }),
  note: paragraphs({ label: "field.note", optional: true, revertible: false }),
  userId: person({ label: "field.userId", optional: true, revertible: false }),
};
