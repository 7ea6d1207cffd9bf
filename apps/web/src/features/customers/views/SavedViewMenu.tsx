import { ActionIcon, Menu } from "@mantine/core";
import {
  IconArrowBackUp,
  IconChevronDown,
  IconDeviceFloppy,
  IconPencil,
  IconTrash,
} from "@tabler/icons-react";
import { useT } from "../../../i18n/useT.js";
import type { SavedView } from "./savedViews.js";

interface SavedViewMenuProps {
  view: SavedView;
  /** Whether the viewer may change it. */
  mine: boolean;
  /** Whether the parameters of the list differ from the view's. */
  changed: boolean;
  onSave: () => void;
  onDiscard: () => void;
  onRename: () => void;
  onRemove: () => void;
}

/** What can be done with a saved view. */
export function SavedViewMenu(props: SavedViewMenuProps) {
  const { view, mine, changed, onSave, onDiscard, onRename, onRemove } = props;
  const t = useT();
  return (
    <Menu width={220} position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t("views.more", { name: view.name })}>
          <IconChevronDown size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {view.shared && view.owner && (
          <Menu.Label>{t("views.sharedBy", { name: view.owner.name })}</Menu.Label>
        )}
        {changed && mine && (
          <Menu.Item leftSection={<IconDeviceFloppy size={16} />} onClick={onSave}>
            {t("views.saveChanges")}
          </Menu.Item>
        )}
        {changed && (
          <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={onDiscard}>
            {t("views.discard")}
          </Menu.Item>
        )}
        {mine && (
          <>
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={onRename}>
              {t("views.rename")}
            </Menu.Item>
            <Menu.Item data-destructive leftSection={<IconTrash size={16} />} onClick={onRemove}>
              {t("ui.delete")}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
