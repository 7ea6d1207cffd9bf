import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { OwnKeyFragment, SessionLineFragment } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { useMay, useViewer } from "../../../session/viewer.js";
import { ConfirmDialog } from "../../../ui/overlays/ConfirmDialog.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import lines from "../AccessLines.module.css";
import { SessionLine } from "../account/SessionLine.js";
import { KeyLines } from "../keys/KeyLines.js";
import { keyState } from "../keys/keyEdits.js";
import classes from "./PersonDrawer.module.css";
import { usePersonAccessEdits } from "./personAccessEdits.js";
import type { Person } from "./personEdits.js";

interface PersonSessionsProps {
  person: Person;
  sessions: readonly SessionLineFragment[];
}

/** Where a person is signed in; each session is ended by itself, or all at once. */
export function PersonSessions({ person, sessions }: PersonSessionsProps) {
  const t = useT();
  const viewer = useViewer();
  const edits = usePersonAccessEdits();
  const { id, name } = person;
  const endable = sessions.filter(({ current }) => !current).length;
  const isSelf = id === viewer.id;
  return (
    <section aria-labelledby="person-sessions">
      <Head id="person-sessions" title={t("settings.theirSessions")}>
        {endable > 1 && (
          <EndAll
            label={t(isSelf ? "settings.endOthers" : "settings.endAll")}
            title={isSelf ? t("settings.endOthersTitle") : t("settings.endAllTitle", { name })}
            text={isSelf ? t("settings.endOthersText") : t("settings.endAllText", { name })}
            onConfirm={async () => {
              const count = await edits.endSessions(id);
              showToast({ message: t("settings.sessionsEnded", { count }) });
            }}
          />
        )}
      </Head>
      {sessions.length === 0 ? (
        <p className={classes.none}>{t("settings.noSessions")}</p>
      ) : (
        <ul className={lines.list}>
          {sessions.map((session) => (
            <SessionLine key={session.id} session={session} onEnd={edits.endSession} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface PersonKeysProps {
  person: Person;
  keys: readonly OwnKeyFragment[];
}

/** The API keys that a person created; each is revoked by itself, or all at once. */
export function PersonKeys({ person, keys }: PersonKeysProps) {
  const t = useT();
  const mayWrite = useMay("keys:write");
  const edits = usePersonAccessEdits();
  const { id, name } = person;
  const working = keys.filter((key) => keyState(key) === "active").length;
  return (
    <section aria-labelledby="person-keys">
      <Head id="person-keys" title={t("settings.section.keys")}>
        {mayWrite && working > 1 && (
          <EndAll
            label={t("settings.revokeAll")}
            title={t("settings.revokeAllTitle", { name })}
            text={t("settings.revokeAllText")}
            onConfirm={async () => {
              const count = await edits.revokeKeys(id);
              showToast({ message: t("settings.keysRevoked", { count }) });
            }}
          />
        )}
      </Head>
      {keys.length === 0 ? (
        <p className={classes.none}>{t("settings.noKeysOfPerson")}</p>
      ) : (
        <KeyLines keys={keys} revocable={mayWrite} />
      )}
    </section>
  );
}

function Head({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <div className={classes.head}>
      <h3 id={id} className={classes.title}>
        {title}
      </h3>
      {children}
    </div>
  );
}

interface EndAllProps {
  label: string;
  title: string;
  text: string;
  onConfirm: () => Promise<unknown>;
}

function EndAll({ label, title, text, onConfirm }: EndAllProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {label}
      </Button>
      {asking && (
        <ConfirmDialog
          title={title}
          confirmLabel={label}
          destructive
          onConfirm={onConfirm}
          onClose={() => setAsking(false)}
        >
          <p>{text}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
