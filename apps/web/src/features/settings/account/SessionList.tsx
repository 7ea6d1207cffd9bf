import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconDeviceDesktop, IconDeviceMobile } from "@tabler/icons-react";
import { useState } from "react";
import { graphql } from "../../../gql/gql.js";
import type { SessionsQuery } from "../../../gql/graphql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../../ui/feedback/SkeletonRows.js";
import { ConfirmDialog } from "../../../ui/overlays/ConfirmDialog.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { Badge } from "../../../ui/values/Badge.js";
import { useAccountEdits } from "./accountEdits.js";
import { browserName } from "./browserName.js";
import classes from "./SessionList.module.css";

const query = graphql(`
  query Sessions {
    viewer {
      sessions {
        id
        createdAt
        lastSeenAt
        current
        ipAddress
        userAgent
      }
    }
  }
`);

type Session = SessionsQuery["viewer"]["sessions"][number];

/** Where the viewer is signed in, and the way to end that. */
export function SessionList() {
  const t = useT();
  const edits = useAccountEdits();
  const [asking, setAsking] = useState(false);
  const { data, error, refetch } = useQuery(query);
  const sessions = data?.viewer.sessions ?? [];

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

interface SessionLineProps {
  session: Session;
  onEnd: (id: string) => Promise<unknown>;
}

function SessionLine({ session, onEnd }: SessionLineProps) {
  const t = useT();
  const format = useFormat();
  const attempt = useAttempt();
  const [ending, setEnding] = useState(false);
  const { browser, system } = browserName(session.userAgent ?? "");
  const name = [browser, system].filter(Boolean).join(" · ") || t("settings.unknownBrowser");
  const Icon = /iPhone|iPad|Android/.test(system ?? "") ? IconDeviceMobile : IconDeviceDesktop;

  async function end() {
    setEnding(true);
    const ended = await attempt(() => onEnd(session.id));
    if (ended) showToast({ message: t("settings.sessionsEnded", { count: 1 }) });
    else setEnding(false);
  }

  return (
    <li className={classes.session}>
      <Icon size={20} stroke={1.6} className={classes.icon} aria-hidden="true" />
      <div className={classes.what}>
        <div className={classes.name} title={session.userAgent ?? undefined}>
          {name}
          {session.current && <Badge tone="green">{t("settings.thisSession")}</Badge>}
        </div>
        <p className={classes.hint}>
          {t("settings.signedInOn", { date: format.dateTime(session.createdAt) })}
          {" · "}
          {t("settings.lastSeen", { when: format.relative(session.lastSeenAt) })}
          {session.ipAddress && ` · ${session.ipAddress}`}
        </p>
      </div>
      {!session.current && (
        <Button
          variant="default"
          loading={ending}
          aria-label={t("settings.endSessionOf", { name })}
          onClick={() => void end()}
        >
          {t("settings.endSession")}
        </Button>
      )}
    </li>
  );
}
