import type { CustomerStatus } from "@clientela/shared/records/enums";
import { ActionIcon, Button, Menu } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import {
  IconArchive,
  IconArchiveOff,
  IconArrowsJoin2,
  IconDots,
  IconEraser,
  IconFileZip,
  IconLink,
  IconPencil,
  IconPlus,
  IconTrash,
} from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useNavigate } from "react-router";
import { useLifecycle } from "../../features/customers/profile/useLifecycle.js";
import { withMessages } from "../../i18n/i18n.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { useViewer } from "../../session/viewer.js";
import { useOpenDrawer } from "../../ui/overlays/useDrawerParam.js";
import { useAction } from "../../ui/shortcuts/useAction.js";
import { showToast } from "../../ui/toasts/toasts.js";
import { allRecords } from "../records.js";

const EraseDialog = lazy(
  withMessages("privacy", () => import("../../features/customers/erase/EraseDialog.js")),
);
const MergeDialog = lazy(
  withMessages(["merge", "profile"], () => import("../../features/customers/merge/MergeDialog.js")),
);

interface ProfileActionsProps {
  customerId: string;
  name: string;
  /** The customer's status; undefined until it is loaded. */
  status: CustomerStatus | undefined;
  /** Where to go when the customer is deleted. */
  list: string;
}

/** What can be done with a customer: edit it, add to it, and the rest. */
export function ProfileActions({ customerId, name, status, list }: ProfileActionsProps) {
  const t = useT();
  const navigate = useNavigate();
  const openDrawer = useOpenDrawer();
  const { permissions } = useViewer();
  const roomy = useMediaQuery("(min-width: 768px)", true, { getInitialValueInEffect: false });
  const group = t("profile.shortcuts");
  const mayEdit = permissions.has("customers:write");
  const mayNote = permissions.has("activity:write");
  const mayUpload = permissions.has("files:write");
  const mayErase = permissions.has("customers:erase");
  const mayExport = permissions.has("exports:write");
  const [merging, setMerging] = useState(false);
  const [erasing, setErasing] = useState(false);
  const lifecycle = useLifecycle({ id: customerId, name });
  const records = allRecords
    .filter(({ write }) => permissions.has(write))
    .flatMap(({ icon, create = [] }) => create.map((one) => ({ ...one, icon })));

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

  async function remove() {
    if (await lifecycle.remove()) await navigate(list);
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
            <Menu.Item leftSection={<IconArrowsJoin2 size={16} />} onClick={() => setMerging(true)}>
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
            <Menu.Item
              data-destructive
              leftSection={<IconEraser size={16} />}
              onClick={() => setErasing(true)}
            >
              {t("profile.erase")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {erasing && (
        <Suspense>
          <EraseDialog customerId={customerId} onClose={() => setErasing(false)} />
        </Suspense>
      )}
      {merging && (
        <Suspense>
          <MergeDialog
            ids={[customerId]}
            onClose={() => setMerging(false)}
            onMerged={({ survivorId }) => {
              setMerging(false);
              if (survivorId !== customerId) void navigate(paths.customer(survivorId));
            }}
          />
        </Suspense>
      )}
    </>
  );
}
