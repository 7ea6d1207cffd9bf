import { Button } from "@mantine/core";
import { IconDeviceDesktop, IconDeviceMobile } from "@tabler/icons-react";
import { useState } from "react";
import { graphql } from "../../../gql/gql.js";
import type { SessionLineFragment } from "../../../gql/graphql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { Badge } from "../../../ui/values/Badge.js";
import classes from "../AccessLines.module.css";
import { browserName } from "./browserName.js";

/** A session as its line shows it. */
export const sessionFragment = graphql(`
  fragment SessionLine on Session {
    id
    createdAt
    lastSeenAt
    current
    ipAddress
    userAgent
  }
`);

interface SessionLineProps {
  session: SessionLineFragment;
  onEnd: (id: string) => Promise<unknown>;
}

/** A session, and the button that ends it unless it is the one in use. */
export function SessionLine({ session, onEnd }: SessionLineProps) {
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
