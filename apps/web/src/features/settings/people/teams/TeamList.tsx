import { useT } from "../../../../i18n/useT.js";
import { useMay } from "../../../../session/viewer.js";
import { ErrorNote } from "../../../../ui/feedback/ErrorNote.js";
import { useDrawerParam } from "../../../../ui/overlays/useDrawerParam.js";
import { EditableSection, EntryMenu } from "../../EditableSection.js";
import { TeamDrawer } from "./TeamDrawer.js";
import classes from "./TeamList.module.css";
import { useTeamEdits, useTeams } from "./teams.js";

/** The teams and who is in them; who manages people makes and edits them here. */
export function TeamList() {
  const t = useT();
  const mayWrite = useMay("users:write");
  const edits = useTeamEdits();
  const { teams, users, isLoaded, error, refetch } = useTeams();
  const { value, open, close } = useDrawerParam("team");
  const edited = teams.find(({ id }) => id === value);
  if (error) {
    return (
      <ErrorNote error={error} onRetry={() => void refetch()}>
        {t("settings.teamsFailed")}
      </ErrorNote>
    );
  }
  if (!isLoaded) return null;
  return (
    <EditableSection
      title={t("settings.teams")}
      hint={t("settings.teamsHint")}
      add={t("settings.newTeam")}
      onAdd={mayWrite ? () => open("new") : undefined}
    >
      <ul className={classes.list}>
        {teams.map((team) => (
          <li key={team.id} className={classes.team}>
            <div className={classes.body}>
              <span className={classes.name}>{team.name}</span>
              <span className={classes.members}>
                {team.members.map(({ name }) => name).join(", ") || t("settings.teamEmpty")}
              </span>
            </div>
            {mayWrite && (
              <EntryMenu
                name={team.name}
                onEdit={() => open(team.id)}
                onDelete={() => edits.remove(team)}
                deleted={t("settings.teamDeleted", { name: team.name })}
              />
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (value === "new" || edited) && (
        <TeamDrawer key={value} users={users} team={edited} onClose={close} />
      )}
    </EditableSection>
  );
}
