import { useQuery } from "@apollo/client/react";
import { TASK_PRIORITIES, TASK_STATUSES } from "@clientela/shared/records/enums";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { choicesOf } from "../../records/choicesOf.js";
import { useProjectChoices } from "../../records/useProjectChoices.js";
import { usePeople } from "../../session/usePeople.js";
import { useMay } from "../../session/viewer.js";
import { DateField } from "../../ui/fields/DateField.js";
import { SelectField } from "../../ui/fields/SelectField.js";
import { TextAreaField } from "../../ui/fields/TextAreaField.js";
import { TextField } from "../../ui/fields/TextField.js";
import { FieldPair, FormDrawer } from "../../ui/forms/FormDrawer.js";
import { useRecordForm } from "../../ui/forms/useRecordForm.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { type Task, taskFragment, useTaskEdits } from "./taskEdits.js";

const query = graphql(`
  query TaskDrawer($id: ID!) {
    node(id: $id) {
      id
      ...TaskFields
    }
  }
`);

/** The drawer for a task that the URL asks for: `task=<id>`, `task=new` or `task=new:<project>`. */
export function TaskDrawer({ customerId }: { customerId: string }) {
  const { value, close } = useDrawerParam("task");
  const mayAdd = useMay("tasks:own");
  const isNew = value?.startsWith("new") ?? false;
  const { data } = useQuery(query, {
    variables: { id: value ?? "" },
    skip: value === null || isNew,
  });
  if (value === null || (isNew && !mayAdd)) return null;
  if (isNew) {
    return (
      <TaskForm
        key={value}
        customerId={customerId}
        projectId={value.split(":")[1] ?? null}
        onClose={close}
      />
    );
  }
  if (data?.node?.__typename !== "Task") return null;
  const task = readFragment(taskFragment, data.node);
  if (!task.viewerCanUpdate) return null;
  return <TaskForm key={value} customerId={customerId} task={task} onClose={close} />;
}

interface TaskFormProps {
  customerId: string;
  task?: Task;
  projectId?: string | null;
  onClose: () => void;
}

function TaskForm({ customerId, task, projectId = null, onClose }: TaskFormProps) {
  const t = useT();
  const edits = useTaskEdits(customerId);
  const people = usePeople();
  const form = useRecordForm({
    draft: task ? `task ${task.id} ${task.version}` : `new task ${projectId ?? customerId}`,
    initial: {
      title: task?.title ?? "",
      description: task?.description ?? "",
      status: task?.status ?? ("TODO" as const),
      priority: task?.priority ?? ("NORMAL" as const),
      dueOn: task?.dueOn ?? null,
      assigneeId: task?.assigneeId ?? null,
      projectId: task?.projectId ?? projectId,
    },
    check: ({ title }) => (title.trim() ? {} : { title: t("tasks.titleMissing") }),
    send: async (values) => {
      const filled = { ...values, description: values.description || null };
      await (task ? edits.update(task, filled) : edits.create(filled));
      onClose();
    },
  });
  const field = form.form.getInputProps;
  const projects = useProjectChoices(customerId);
  return (
    <FormDrawer
      title={task ? t("tasks.edit") : t("tasks.add")}
      onClose={onClose}
      form={form}
      submitLabel={task ? t("ui.save") : t("ui.create")}
    >
      <TextField label={t("field.title")} data-autofocus {...field("title")} />
      <SelectField label={t("projects.one")} optional data={projects} {...field("projectId")} />
      <FieldPair>
        <DateField label={t("field.dueOn")} optional {...field("dueOn")} />
        <SelectField
          label={t("field.assigneeId")}
          optional
          data={choicesOf(people)}
          {...field("assigneeId")}
        />
      </FieldPair>
      <FieldPair>
        <SelectField
          label={t("field.priority")}
          data={TASK_PRIORITIES.map((one) => ({ value: one, label: t(`tasks.priority.${one}`) }))}
          {...field("priority")}
        />
        <SelectField
          label={t("field.status")}
          data={TASK_STATUSES.map((one) => ({ value: one, label: t(`tasks.status.${one}`) }))}
          {...field("status")}
        />
      </FieldPair>
      <TextAreaField label={t("field.description")} optional {...field("description")} />
    </FormDrawer>
  );
}
