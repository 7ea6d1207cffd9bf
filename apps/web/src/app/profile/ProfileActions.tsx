import { ActionIcon, Button, Menu } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconDots, IconLink, IconPencil, IconPlus } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import { useAction } from "../../ui/shortcuts/useAction.js";
import { showToast } from "../../ui/toasts/toasts.js";
import { useOpenDrawer } from "../../ui/useDrawerParam.js";
import { paths } from "../paths.js";
import { newRecords } from "./newRecords.js";

/** What can be done with a customer: edit it, add to it, and the rest. */
export function ProfileActions({ customerId }: { customerId: string }) {
  const t = useT();
  const navigate = useNavigate();
  const openDrawer = useOpenDrawer();
  const { permissions } = useViewer();
  const roomy = useMediaQuery("(min-width: 768px)", true, { getInitialValueInEffect: false });
  const group = t("profile.shortcuts");
  const mayEdit = permissions.has("customers:write");
  const mayNote = permissions.has("activity:write");
  const mayUpload = permissions.has("files:write");
  const records = newRecords.filter(({ needs }) => permissions.has(needs));

  const edit = () => navigate(paths.customer(customerId, "details"));
  const note = () => navigate(`${paths.customer(customerId)}#note`);
  const upload = () => navigate(`${paths.customer(customerId, "files")}#upload`);
  useAction(t("profile.editCustomer"), () => void edit(), { keys: "e", group, enabled: mayEdit });
  useAction(t("activity.addNote"), () => void note(), { keys: "n", group, enabled: mayNote });
  useAction(t("files.add"), () => void upload(), { keys: "u", group, enabled: mayUpload });

  async function copyLink() {
    await navigator.clipboard.writeText(window.location.origin + paths.customer(customerId));
    showToast({ message: t("profile.linkCopied") });
  }

  return (
    <>
      {roomy && mayEdit && (
        <Button
          variant="default"
          leftSection={<IconPencil size={15} />}
          onClick={() => void edit()}
        >
          {t("ui.edit")}
        </Button>
      )}
      {(records.length > 0 || mayNote || mayUpload) && (
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
          <Menu.Dropdown>
            {records.map(({ label, drawer, value, icon: Icon }) => (
              <Menu.Item
                key={label}
                leftSection={<Icon size={16} />}
                onClick={() => openDrawer(drawer, value)}
              >
                {t(label)}
              </Menu.Item>
            ))}
            {mayNote && (
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => void note()}>
                {t("activity.note")}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <Menu width={220}>
        <Menu.Target>
          <ActionIcon aria-label={t("profile.more")}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!roomy && mayEdit && (
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => void edit()}>
              {t("ui.edit")}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconLink size={16} />} onClick={() => void copyLink()}>
            {t("profile.copyLink")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
