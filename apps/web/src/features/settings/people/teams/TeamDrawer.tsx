import { MultiSelect } from "@mantine/core";
import { useT } from "../../../../i18n/useT.js";
import { TextField } from "../../../../ui/fields/TextField.js";
import { FormDrawer } from "../../../../ui/forms/FormDrawer.js";
import { useRecordForm } from "../../../../ui/forms/useRecordForm.js";
import { type Team, useTeamEdits } from "./teams.js";

interface TeamDrawerProps {
  /** The people who can be in it. */
  users: readonly { id: string; name: string }[];
  /** The team to edit; without it a new one is made. */
  team?: Team;
  onClose: () => void;
}

/** Makes a team, or edits one. */
export function TeamDrawer({ users, team, onClose }: TeamDrawerProps) {
  const t = useT();
  const edits = useTeamEdits();
  const form = useRecordForm({
    initial: { name: team?.name ?? "", memberIds: team?.members.map(({ id }) => id) ?? [] },
    check: ({ name }) => (name.trim() ? {} : { name: t("settings.roleNameMissing") }),
    // The API names the person who is unknown; here they are one field.
    fieldOf: (path) => path.split(".")[0] ?? path,
    send: async ({ name, memberIds }) => {
      const values = { name: name.trim(), memberIds };
      await (team ? edits.update(team, values) : edits.create(values));
      onClose();
    },
  });
  const { getInputProps } = form.form;
  return (
    <FormDrawer
      title={t(team ? "settings.editTeam" : "settings.newTeam")}
      onClose={onClose}
      form={form}
      submitLabel={t(team ? "ui.save" : "ui.create")}
    >
      <TextField
        label={t("field.name")}
        data-autofocus
        autoComplete="off"
        maxLength={60}
        {...getInputProps("name")}
      />
      <MultiSelect
        label={t("settings.teamMembers")}
        searchable
        hidePickedOptions
        nothingFoundMessage={t("ui.nothingFound")}
        withScrollArea={false}
        data={users.map(({ id, name }) => ({ value: id, label: name }))}
        {...getInputProps("memberIds")}
      />
    </FormDrawer>
  );
}
