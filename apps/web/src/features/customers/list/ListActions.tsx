import { Button, Menu } from "@mantine/core";
import {
  IconCode,
  IconDots,
  IconDownload,
  IconPlus,
  IconTrash,
  IconUpload,
  IconUsers,
} from "@tabler/icons-react";
import { useNavigate } from "react-router";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { useMay } from "../../../session/viewer.js";
import { useAction } from "../../../ui/shortcuts/useAction.js";
import { Kbd } from "../../../ui/values/Kbd.js";

interface ListActionsProps {
  /** Left out where the viewer may not add a customer. */
  onAdd: (() => void) | undefined;
  /** Left out where the viewer may not export. */
  onExport: (() => void) | undefined;
  onApiCall: () => void;
}

/** The buttons of the list in the frame's header: add, and behind ⋯ import, export and likely duplicates. */
export function ListActions({ onAdd, onExport, onApiCall }: ListActionsProps) {
  const t = useT();
  const navigate = useNavigate();
  const mayImport = useMay("imports:write");
  const group = t("shell.customers");
  const findDuplicates = () => void navigate(paths.duplicates);
  const openTrash = () => void navigate(paths.trash);
  const startImport = () => void navigate(paths.newImport);

  useAction(t("customers.add"), () => onAdd?.(), { keys: "c", group, enabled: Boolean(onAdd) });
  useAction(t("customers.import"), startImport, { keys: "i", group, enabled: mayImport });
  useAction(t("customers.duplicates"), findDuplicates, { group });
  useAction(t("customers.trash"), openTrash, { group });
  useAction(t("ui.apiCall"), onApiCall, { group });
  useAction(t("customers.export"), () => onExport?.(), {
    keys: "e",
    group,
    enabled: Boolean(onExport),
  });

  return (
    <>
      {onAdd && (
        <Button leftSection={<IconPlus size={16} />} onClick={onAdd}>
          {t("customers.add")}
        </Button>
      )}
      <Menu width={250}>
        <Menu.Target>
          <Button variant="default" px={8} aria-label={t("customers.more")}>
            <IconDots size={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {mayImport && (
            <Menu.Item
              leftSection={<IconUpload size={16} stroke={1.6} />}
              rightSection={<Kbd keys="i" />}
              onClick={startImport}
            >
              {t("customers.import")}
            </Menu.Item>
          )}
          {onExport && (
            <Menu.Item
              leftSection={<IconDownload size={16} stroke={1.6} />}
              rightSection={<Kbd keys="e" />}
              onClick={onExport}
            >
              {t("customers.export")}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconUsers size={16} stroke={1.6} />} onClick={findDuplicates}>
            {t("customers.duplicates")}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={openTrash}>
            {t("customers.trash")}
          </Menu.Item>
          <Menu.Item leftSection={<IconCode size={16} stroke={1.6} />} onClick={onApiCall}>
            {t("ui.apiCall")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
