import { useQuery } from "@apollo/client/react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { readDuration, writeDuration } from "../../i18n/duration.js";
import { currentLanguage } from "../../i18n/i18n.js";
import { useT } from "../../i18n/useT.js";
import { choicesOf } from "../../records/choicesOf.js";
import { useProjectChoices } from "../../records/useProjectChoices.js";
import { usePeople } from "../../session/usePeople.js";
import { useMay, useViewer } from "../../session/viewer.js";
import { DateField } from "../../ui/fields/DateField.js";
import { DurationField } from "../../ui/fields/DurationField.js";
import { SelectField } from "../../ui/fields/SelectField.js";
import { TextAreaField } from "../../ui/fields/TextAreaField.js";
import { FieldPair, FormDrawer } from "../../ui/forms/FormDrawer.js";
import { useRecordForm } from "../../ui/forms/useRecordForm.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { type TimeEntry, timeFragment, useTimeEdits } from "./timeEdits.js";

const query = graphql(`
  query TimeDrawer($id: ID!) {
    node(id: $id) {
      id
      ...TimeEntryFields
    }
  }
`);

/** The drawer for time that the URL asks for: `time=<id>`, `time=new` or `time=new:<project>`. */
export function TimeDrawer({ customerId }: { customerId: string }) {
  const { value, close } = useDrawerParam("time");
  const mayWrite = useMay("time:write");
  const isNew = value?.startsWith("new") ?? false;
  const { data } = useQuery(query, {
    variables: { id: value ?? "" },
    skip: value === null || isNew || !mayWrite,
  });
  if (value === null || !mayWrite) return null;
  if (isNew) {
    return (
      <TimeForm
        key={value}
        customerId={customerId}
        projectId={value.split(":")[1]}
        onClose={close}
      />
    );
  }
  if (data?.node?.__typename !== "TimeEntry") return null;
  const entry = readFragment(timeFragment, data.node);
  return <TimeForm key={value} customerId={customerId} entry={entry} onClose={close} />;
}

interface TimeFormProps {
  customerId: string;
  entry?: TimeEntry;
  projectId?: string;
  onClose: () => void;
}

const dayMinutes = 1440;

function TimeForm({ customerId, entry, projectId, onClose }: TimeFormProps) {
  const t = useT();
  const language = currentLanguage();
  const { id: viewerId, today } = useViewer();
  const people = usePeople();
  const edits = useTimeEdits(customerId);
  const projects = useProjectChoices(customerId);
  const form = useRecordForm({
    draft: entry ? `time ${entry.id} ${entry.version}` : `new time ${projectId ?? customerId}`,
    initial: {
      projectId: entry?.projectId ?? projectId ?? null,
      workedOn: entry?.workedOn ?? today,
      time: entry ? writeDuration(entry.minutes, language) : "",
      note: entry?.note ?? "",
      userId: entry ? entry.userId : viewerId,
    },
    fieldOf: (path) => (path === "minutes" ? "time" : path),
    check: (values) => {
      const minutes = readDuration(values.time, language) ?? 0;
      return {
        ...(values.projectId ? {} : { projectId: t("time.projectMissing") }),
        ...(values.workedOn ? {} : { workedOn: t("time.dayMissing") }),
        ...(minutes >= 1 && minutes <= dayMinutes ? {} : { time: t("time.timeInvalid") }),
      };
    },
    send: async ({ time, note, projectId: chosen, ...rest }) => {
      const minutes = readDuration(time, language);
      if (minutes === null || chosen === null) return;
      const values = { ...rest, projectId: chosen, minutes, note: note || null };
      await (entry ? edits.update(entry, values) : edits.create(values));
      onClose();
    },
  });
  const field = form.form.getInputProps;
  return (
    <FormDrawer
      title={entry ? t("time.edit") : t("time.log")}
      onClose={onClose}
      form={form}
      submitLabel={entry ? t("ui.save") : t("time.log")}
    >
      <SelectField
        label={t("projects.one")}
        data={projects}
        data-autofocus={projectId || entry ? undefined : true}
        {...field("projectId")}
      />
      <FieldPair>
        <DurationField
          label={t("field.minutes")}
          data-autofocus={projectId || entry ? true : undefined}
          {...field("time")}
        />
        <DateField label={t("field.workedOn")} {...field("workedOn")} />
      </FieldPair>
      <SelectField
        label={t("field.userId")}
        optional
        data={choicesOf(people)}
        {...field("userId")}
      />
      <TextAreaField label={t("field.note")} optional {...field("note")} />
    </FormDrawer>
  );
}
