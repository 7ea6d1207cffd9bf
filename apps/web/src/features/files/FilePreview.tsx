import { Button, Modal } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useT } from "../../i18n/useT.js";
import classes from "./FilePreview.module.css";
import type { CustomerFile } from "./fileEdits.js";

/** A look at an image or a PDF, without leaving the page. */
export function FilePreview({ file, onClose }: { file: CustomerFile; onClose: () => void }) {
  const t = useT();
  const { name, mediaType, previewUrl, url } = file;
  if (!previewUrl) return null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={name}
      size="min(960px, 92vw)"
      closeButtonProps={{ "aria-label": t("ui.close") }}
    >
      {mediaType.startsWith("image/") ? (
        <img src={previewUrl} alt={name} className={classes.image} />
      ) : (
        <iframe src={previewUrl} title={name} className={classes.page} />
      )}
      <div className={classes.foot}>
        <Button
          component="a"
          href={url}
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} />}
        >
          {t("files.download")}
        </Button>
      </div>
    </Modal>
  );
}
