import { Button } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { useMay } from "../../../session/viewer.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { PhaseProgress } from "../frame/PhaseProgress.js";
import { StepBody } from "../frame/StepBody.js";
import { StepFoot } from "../frame/StepFoot.js";
import { useImportEdits } from "../importEdits.js";
import classes from "./RunStep.module.css";

const fragment = graphql(`
  fragment Running_import on Import {
    id
    status
    problem
    ...PhaseProgress_import
  }
`);

/** How far a running import is, and the buttons that pause it, let it go on, or stop it for good. */
export function Running(props: { import: FragmentType<typeof fragment> }) {
  const t = useT();
  const mayWrite = useMay("imports:write");
  const attempt = useAttempt();
  const edits = useImportEdits();
  const [sending, setSending] = useState(false);
  const [asking, setAsking] = useState(false);
  const { id, status, problem, ...shown } = readFragment(fragment, props.import);
  const paused = status === "PAUSED";

  async function send(write: (id: string) => Promise<unknown>) {
    if (sending) return;
    setSending(true);
    await attempt(() => write(id));
    setSending(false);
    setAsking(false);
  }

  return (
    <>
      <StepBody>
        <PhaseProgress import={shown} label={t(paused ? "import.paused" : "import.running")}>
          <p className={classes.hint}>{t(paused ? "import.pausedHint" : "import.mayLeave")}</p>
        </PhaseProgress>
        {problem && <ErrorNote>{problem}</ErrorNote>}
      </StepBody>
      <StepFoot aside={asking && <span role="alert">{t("import.cancelWhat")}</span>}>
        {mayWrite && asking && (
          <>
            <Button variant="default" onClick={() => setAsking(false)}>
              {t("import.goOn")}
            </Button>
            <Button color="red" loading={sending} onClick={() => void send(edits.cancel)}>
              {t("import.cancel")}
            </Button>
          </>
        )}
        {mayWrite && !asking && (
          <>
            <Button variant="default" onClick={() => setAsking(true)}>
              {t("import.cancel")}
            </Button>
            <Button
              variant={paused ? "filled" : "default"}
              leftSection={paused ? <IconPlayerPlay size={16} /> : <IconPlayerPause size={16} />}
              loading={sending}
              onClick={() => void send(paused ? edits.resume : edits.pause)}
            >
              {t(paused ? "import.resume" : "import.pause")}
            </Button>
          </>
        )}
      </StepFoot>
    </>
  );
}
