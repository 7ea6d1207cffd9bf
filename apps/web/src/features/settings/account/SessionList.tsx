import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../../ui/feedback/SkeletonRows.js";
import { ConfirmDialog } from "../../../ui/overlays/ConfirmDialog.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import classes from "../AccessLines.module.css";
import { useAccountEdits } from "./accountEdits.js";
import { SessionLine, sessionFragment } from "./SessionLine.js";

const query = graphql(`
  query Sessions {
    viewer {
      sessions {
        id
        ...SessionLine
      }
    }
  }
`);

/** Where the viewer is signed in, and the way to end that. */
export function SessionList() {
  const t = useT();
  const edits = useAccountEdits();
  const [asking, setAsking] = useState(false);
  const { data, error, refetch } = useQuery(query);
  const sessions = readFragment(sessionFragment, data?.viewer.sessions ?? []);

  async function endOthers() {
    const count = await edits.endOtherSessions();
    showToast({ message: t("settings.sessionsEnded", { count }) });
  }

  return (
    <section aria-labelledby="sessions">
      <div className={classes.head}>
        <div>
          <h2 id="sessions" className={classes.title}>
            {t("settings.sessions")}
          </h2>
          <p className={classes.hint}>{t("settings.sessionsHint")}</p>
        </div>
        {sessions.length > 1 && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t("settings.endOthers")}
          </Button>
        )}
      </div>
      {error && !data && (
        <ErrorNote error={error} onRetry={() => void refetch()}>
          {t("settings.sessionsFailed")}
        </ErrorNote>
      )}
      {!data && !error && (
        <div className={classes.wait}>
          <SkeletonRows rows={2} height={56} label={t("settings.sessions")} />
        </div>
      )}
      {sessions.length > 0 && (
        <ul className={classes.list}>
          {sessions.map((session) => (
            <SessionLine key={session.id} session={session} onEnd={edits.endSession} />
          ))}
        </ul>
      )}
      {asking && (
        <ConfirmDialog
          title={t("settings.endOthersTitle")}
          confirmLabel={t("settings.endOthers")}
          onConfirm={endOthers}
          onClose={() => setAsking(false)}
        >
          <p>{t("settings.endOthersText")}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
