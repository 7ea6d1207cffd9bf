import { Button } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useT } from "../../../i18n/useT.js";
import { useMay } from "../../../session/viewer.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { RowMenu } from "../../../ui/overlays/RowMenu.js";
import { useDrawerParam } from "../../../ui/overlays/useDrawerParam.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import matrix from "./RoleMatrix.module.css";
import { TeamDrawer } from "./TeamDrawer.js";
import classes from "./TeamList.module.css";
import { type Team, useTeamEdits, useTeams } from "./teams.js";

/** The teams and who is in them; who manages people makes and edits them here. */
export function TeamList() {
  const t = useT();
  const mayWrite = useMay("users:write");
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
    <section className={matrix.section} aria-labelledby="teams">
      <div className={matrix.head}>
        <h2 id="teams" className={matrix.title}>
          {t("settings.teams")}
        </h2>
        {mayWrite && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => open("new")}
          >
            {t("settings.newTeam")}
          </Button>
        )}
      </div>
      <p className={matrix.hint}>{t("settings.teamsHint")}</p>
      <ul className={classes.list}>
        {teams.map((team) => (
          <li key={team.id} className={classes.team}>
            <div className={classes.body}>
              <span className={classes.name}>{team.name}</span>
              <span className={classes.members}>
                {team.members.map(({ name }) => name).join(", ") || t("settings.teamEmpty")}
              </span>
            </div>
            {mayWrite && <TeamMenu team={team} onEdit={() => open(team.id)} />}
          </li>
        ))}
      </ul>
      {mayWrite && (value === "new" || edited) && (
        <TeamDrawer key={value} users={users} team={edited} onClose={close} />
      )}
    </section>
  );
}

function TeamMenu({ team, onEdit }: { team: Team; onEdit: () => void }) {
  const t = useT();
  const attempt = useAttempt();
  const edits = useTeamEdits();
  const { name } = team;
  return (
    <RowMenu
      label={t("ui.moreFor", { name })}
      actions={[
        { label: t("ui.edit"), icon: <IconPencil size={15} />, onClick: onEdit },
        {
          label: t("ui.delete"),
          icon: <IconTrash size={15} />,
          destructive: true,
          onClick: () =>
            void attempt(async () => {
              await edits.remove(team);
              showToast({ message: t("settings.teamDeleted", { name }) });
            }),
        },
      ]}
    />
  );
}
