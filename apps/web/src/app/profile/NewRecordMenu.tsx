import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconPencil, IconPlus } from "@tabler/icons-react";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import { useOpenDrawer } from "../../ui/overlays/useDrawerParam.js";
import { useAction } from "../../ui/shortcuts/useAction.js";
import { allRecords } from "../records.js";

interface NewRecordMenuProps {
  /** Whether there is room for a button with text. */
  roomy: boolean;
  onNote: () => void;
}

/** What the viewer may add to a customer: the registered kinds of record, and a note. */
export function NewRecordMenu({ roomy, onNote }: NewRecordMenuProps) {
  const t = useT();
  const openDrawer = useOpenDrawer();
  const { permissions } = useViewer();
  const mayNote = permissions.has("activity:write");
  const records = allRecords
    .filter(({ write }) => permissions.has(write))
    .flatMap(({ icon, create = [] }) => create.map((one) => ({ ...one, icon })));
  if (records.length === 0 && !mayNote) return null;
  return (
    <Menu width={220}>
      <Menu.Target>
        {roomy ? (
          <Button leftSection={<IconPlus size={15} />}>{t("profile.new")}</Button>
        ) : (
          <ActionIcon variant="filled" color="brand" aria-label={t("profile.new")}>
            <IconPlus size={18} />
          </ActionIcon>
        )}
      </Menu.Target>
      {records.map(({ label, param, value, keys }) => (
        <CreateAction
          key={label}
          label={t("profile.newOf", { what: t(label) })}
          keys={keys}
          onRun={() => openDrawer(param, value)}
        />
      ))}
      <Menu.Dropdown>
        {records.map(({ label, param, value, icon: Icon }) => (
          <Menu.Item
            key={label}
            leftSection={Icon && <Icon size={16} />}
            onClick={() => openDrawer(param, value)}
          >
            {t(label)}
          </Menu.Item>
        ))}
        {mayNote && (
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={onNote}>
            {t("activity.note")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Offers one of them in the command palette, and by its key. */
function CreateAction(props: { label: string; keys: string | undefined; onRun: () => void }) {
  const t = useT();
  useAction(props.label, props.onRun, { keys: props.keys, group: t("profile.shortcuts") });
  return null;
}
