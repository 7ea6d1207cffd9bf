import { IconDownload, IconEye, IconPencil, IconTrash } from "@tabler/icons-react";
import type { FileFieldsFragment } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { useMay } from "../../session/viewer.js";
import { RowMenu } from "../../ui/overlays/RowMenu.js";
import { useFileEdits } from "./fileEdits.js";

interface FileMenuProps {
  customerId: string;
  file: FileFieldsFragment;
  onPreview: (id: string) => void;
  onRename: (id: string) => void;
}

/** What can be done with a file: look at it, download, rename and delete it. */
export function FileMenu({ customerId, file, onPreview, onRename }: FileMenuProps) {
  const t = useT();
  const mayWrite = useMay("files:write");
  const edits = useFileEdits(customerId);
  return (
    <RowMenu
      label={t("ui.moreFor", { name: file.name })}
      actions={[
        ...(file.previewUrl
          ? [
              {
                label: t("files.preview"),
                icon: <IconEye size={15} />,
                onClick: () => onPreview(file.id),
              },
            ]
          : []),
        {
          label: t("files.download"),
          icon: <IconDownload size={15} />,
          onClick: () => window.location.assign(file.url),
        },
        ...(mayWrite
          ? [
              {
                label: t("files.rename"),
                icon: <IconPencil size={15} />,
                onClick: () => onRename(file.id),
              },
              {
                label: t("ui.delete"),
                icon: <IconTrash size={15} />,
                destructive: true,
                onClick: () => void edits.remove(file),
              },
            ]
          : []),
      ]}
    />
  );
}
