import { useT } from "../../i18n/useT.js";
import { useProjectChoices } from "../../records/choices/useProjectChoices.js";
import { type FormDrawerProps, RecordDrawers } from "../../records/RecordDrawers.js";
import { RecordForm } from "../../records/RecordForm.js";
import { FieldPair } from "../../ui/forms/FormDrawer.js";
import { type Task, taskOperations } from "./task.operations.js";

/** The drawer for a task that the URL opens: `task=<id>`, `task=new` or `task=new:<project>`. */
export function TaskDrawers({ customerId }: { customerId: string | null }) {
  return (
    <RecordDrawers
      operations={taskOperations}
      params={{ edit: "task" }}
      form={(form) => <TaskForm customerId={customerId} {...form} />}
    />
  );
}

interface TaskFormProps extends FormDrawerProps<Task> {
  customerId: string | null;
}

function TaskForm({ customerId, record: task, preset: projectId, onClose }: TaskFormProps) {
  const t = useT();
  const projects = useProjectChoices(customerId);
  return (
    <RecordForm
      operations={taskOperations}
      customerId={customerId}
      record={task}
      preset={projectId}
      defaults={{ status: "TODO", priority: "NORMAL", projectId }}
      title={task ? t("tasks.edit") : t("tasks.add")}
      onClose={onClose}
    >
      {({ field }) => (
        <>
          {field("title", { autoFocus: true })}
          {field("projectId", { choices: projects })}
          <FieldPair>
            {field("dueOn")}
            {field("dueTime")}
          </FieldPair>
          {field("assigneeId")}
          <FieldPair>
            {field("priority")}
            {field("status")}
          </FieldPair>
          {field("description")}
        </>
      )}
    </RecordForm>
  );
}
