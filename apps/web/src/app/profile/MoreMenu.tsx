import type { CustomerStatus } from "@clientela/shared/records/enums";
import { ActionIcon, Menu } from "@mantine/core";
import {
  IconArchive,
  IconArchiveOff,
  IconArrowsJoin2,
  IconDots,
  IconEraser,
  IconFileZip,
  IconLink,
  IconPencil,
  IconTrash,
} from "@tabler/icons-react";
import { useNavigate } from "react-router";
import { useLifecycle } from "../../features/customers/profile/useLifecycle.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { useViewer } from "../../session/viewer.js";
import { showToast } from "../../ui/toasts/toasts.js";

interface MoreMenuProps {
  customerId: string;
  name: string;
  /** The customer's status; undefined until it is loaded. */
  status: CustomerStatus | undefined;
  /** Where to go when the customer is deleted. */
  list: string;
  /** Edits the customer; undefined where a button does. */
  onEdit: (() => void) | undefined;
  onMerge: () => void;
  onErase: () => void;
}

/** What can be done with a customer besides editing it: its link, its data, and its end. */
export function MoreMenu(props: MoreMenuProps) {
  const { customerId, name, status, list, onEdit, onMerge, onErase } = props;
  const t = useT();
  const navigate = useNavigate();
  const { permissions } = useViewer();
  const mayEdit = permissions.has("customers:write");
  const mayErase = permissions.has("customers:erase");
  const mayExport = permissions.has("exports:write");
  const lifecycle = useLifecycle({ id: customerId, name });

  async function copyLink() {
    await navigator.clipboard.writeText(window.location.origin + paths.customer(customerId));
    showToast({ message: t("profile.linkCopied") });
  }

  async function remove() {
    if (await lifecycle.remove()) await navigate(list);
  }

  return (
    <Menu width={220}>
      <Menu.Target>
        <ActionIcon aria-label={t("profile.more")}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {onEdit && (
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
            {t("ui.edit")}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLink size={16} />} onClick={() => void copyLink()}>
          {t("profile.copyLink")}
        </Menu.Item>
        {mayExport && (
          <Menu.Item
            component="a"
            href={paths.customerArchive(customerId)}
            download
            leftSection={<IconFileZip size={16} />}
          >
            {t("profile.exportData")}
          </Menu.Item>
        )}
        {mayEdit && status && (
          <Menu.Item leftSection={<IconArrowsJoin2 size={16} />} onClick={onMerge}>
            {t("customers.merge")}
          </Menu.Item>
        )}
        {mayEdit && status === "ARCHIVED" && (
          <Menu.Item
            leftSection={<IconArchiveOff size={16} />}
            onClick={() => void lifecycle.restore()}
          >
            {t("profile.restore")}
          </Menu.Item>
        )}
        {mayEdit && status && status !== "ARCHIVED" && (
          <Menu.Item
            leftSection={<IconArchive size={16} />}
            onClick={() => void lifecycle.archive()}
          >
            {t("profile.archive")}
          </Menu.Item>
        )}
        {mayEdit && status && (
          <Menu.Item
            data-destructive
            leftSection={<IconTrash size={16} />}
            onClick={() => void remove()}
          >
            {t("ui.delete")}
          </Menu.Item>
        )}
        {mayErase && status && (
          <Menu.Item data-destructive leftSection={<IconEraser size={16} />} onClick={onErase}>
            {t("profile.erase")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
