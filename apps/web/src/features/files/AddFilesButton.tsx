import { Button, FileButton } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { useT } from "../../i18n/useT.js";
import { useUpload } from "./useUpload.js";

/** Chooses files and uploads them; a navigation to `#upload` opens the choice at once. */
export function AddFilesButton({ customerId }: { customerId: string }) {
  const t = useT();
  const location = useLocation();
  const upload = useUpload(customerId);
  const button = useRef<HTMLButtonElement>(null);

  // Each navigation to #upload opens the choice anew.
  useEffect(() => {
    if (location.hash === "#upload") button.current?.click();
  }, [location]);

  return (
    <FileButton multiple onChange={(chosen) => upload(chosen)}>
      {(props) => (
        <Button ref={button} size="xs" leftSection={<IconUpload size={14} />} {...props}>
          {t("files.add")}
        </Button>
      )}
    </FileButton>
  );
}
