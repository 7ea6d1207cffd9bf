import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import { useT } from "../../i18n/useT.js";
import { ConnectionFailed } from "../connection.js";
import { CopyButton } from "./CopyButton.js";
import classes from "./ErrorNote.module.css";
import { requestIdOf } from "./requestId.js";

interface ErrorNoteProps {
  /** What failed, in the person's words: "The customers could not be loaded." */
  children: ReactNode;
  /** What was thrown; its message and request id are shown. */
  error?: unknown;
  onRetry?: () => void;
}

/** An error in the place where the data would have been, with a way on. */
export function ErrorNote({ children, error, onRetry }: ErrorNoteProps) {
  const t = useT();
  const requestId = requestIdOf(error);
  const reason = error instanceof Error ? error.message : undefined;
  const returned = useReturnedConnection(error, onRetry);
  if (returned) return null;
  return (
    <div className={classes.note} role="alert">
      <IconAlertTriangle className={classes.icon} size={16} aria-hidden="true" />
      <div className={classes.body}>
        <p className={classes.what}>{children}</p>
        {reason && <p className={classes.reason}>{reason}</p>}
        {requestId && (
          <p className={classes.reason}>
            {t("ui.requestId")} <code>{requestId}</code>{" "}
            <CopyButton value={requestId} label={t("ui.copyRequestId")} />
          </p>
        )}
      </div>
      {onRetry && (
        <Button size="xs" variant="default" onClick={onRetry}>
          {t("ui.retry")}
        </Button>
      )}
    </div>
  );
}

// A failure of the connection is over when the connection is back: the request is sent again, and a form can be
// sent again.
function useReturnedConnection(error: unknown, onRetry: (() => void) | undefined): boolean {
  const [returnedAfter, setReturnedAfter] = useState<unknown>();
  useEffect(() => {
    if (!(error instanceof ConnectionFailed)) return undefined;
    const goOn = () => {
      setReturnedAfter(error);
      onRetry?.();
    };
    window.addEventListener("online", goOn);
    return () => window.removeEventListener("online", goOn);
  }, [error, onRetry]);
  return error instanceof ConnectionFailed && returnedAfter === error;
}
