import { useT } from "../../i18n/useT.js";
import { useProjectChoices } from "../../records/choices/useProjectChoices.js";
import { type FormDrawerProps, RecordDrawers } from "../../records/RecordDrawers.js";
import { RecordForm } from "../../records/RecordForm.js";
import { useViewer } from "../../session/viewer.js";
import { FieldPair } from "../../ui/forms/FormDrawer.js";
import { type TimeEntry, timeEntryOperations } from "./timeEntry.operations.js";

/** The drawer for time that the URL opens: `time=<id>`, `time=new` or `time=new:<project>`. */
export function TimeDrawers({ customerId }: { customerId: string }) {
  return (
    <RecordDrawers
      operations={timeEntryOperations}
      params={{ edit: "time" }}
      form={(form) => <TimeForm customerId={customerId} {...form} />}
    />
  );
}

interface TimeFormProps extends FormDrawerProps<TimeEntry> {
  customerId: string;
}

function TimeForm({ customerId, record: entry, preset: projectId, onClose }: TimeFormProps) {
  const t = useT();
  const { id: userId, today } = useViewer();
  const projects = useProjectChoices(customerId);
  const hasProject = Boolean(projectId || entry);
  return (
    <RecordForm
      operations={timeEntryOperations}
      customerId={customerId}
      record={entry}
      preset={projectId}
      defaults={{ projectId: projectId ?? undefined, workedOn: today, userId }}
      title={entry ? t("time.edit") : t("time.log")}
      createLabel={t("time.log")}
      onClose={onClose}
    >
      {({ field }) => (
        <>
          {field("projectId", { choices: projects, autoFocus: !hasProject })}
          <FieldPair>
            {field("minutes", { autoFocus: hasProject })}
            {field("workedOn")}
          </FieldPair>
          {field("userId")}
          {field("note")}
        </>
      )}
    </RecordForm>
  );
}
