import { ActionIcon, Tooltip } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useT } from "../../i18n/useT.js";

interface DeleteButtonProps {
  /** What is deleted: "Order O-000012". */
  name: string;
  onDelete: () => void;
}

/** Deletes what a drawer shows; the toast that follows takes it back. */
export function DeleteButton({ name, onDelete }: DeleteButtonProps) {
  const t = useT();
  const label = t("ui.deleteNamed", { name });
  return (
    <Tooltip label={t("ui.delete")}>
      <ActionIcon aria-label={label} mr="auto" onClick={onDelete}>
        <IconTrash size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
