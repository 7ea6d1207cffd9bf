import { ActionIcon, Button, Progress } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { EmptyFileError, UploadError } from "../../upload/uploadFile.js";
import classes from "./UploadProgress.module.css";
import { listUploads, subscribeUploads } from "./uploads.js";

/** The files being uploaded to a customer, with their progress; failed ones show why. */
export function UploadProgress({ customerId }: { customerId: string }) {
  const t = useT();
  const format = useFormat();
  const uploads = useSyncExternalStore(subscribeUploads, listUploads).filter(
    (one) => one.customerId === customerId,
  );
  if (uploads.length === 0) return null;

  function reasonOf(error: unknown): string {
    if (error instanceof EmptyFileError) return t("files.empty");
    if (error instanceof UploadError && error.message) return error.message;
    return t("files.notArrived");
  }

  return (
    <ul className={classes.uploads} aria-label={t("files.uploading")}>
      {uploads.map(({ id, name, share, error, retry, cancel }) => (
        <li key={id} className={classes.upload}>
          <span className={classes.name}>{name}</span>
          {error === undefined ? (
            <>
              <Progress
                className={classes.bar}
                value={share * 100}
                aria-label={t("files.progressOf", { name })}
              />
              <span className={classes.share}>{format.percent(share)}</span>
            </>
          ) : (
            <>
              <span className={classes.error} role="alert">
                {reasonOf(error)}
              </span>
              <Button size="compact-xs" variant="default" onClick={retry}>
                {t("ui.retry")}
              </Button>
            </>
          )}
          <ActionIcon size={28} aria-label={t("files.cancelUpload", { name })} onClick={cancel}>
            <IconX size={14} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
