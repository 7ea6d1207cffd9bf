import type { CustomerStatus } from "@clientela/shared/records/enums";
import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconPencil } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useNavigate } from "react-router";
import { useT } from "../../i18n/useT.js";
import { withMessages } from "../../locales/loadMessages.js";
import { paths } from "../../paths.js";
import { useViewer } from "../../session/viewer.js";
import { useAction } from "../../ui/shortcuts/useAction.js";
import { MoreMenu } from "./MoreMenu.js";
import { NewRecordMenu } from "./NewRecordMenu.js";

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
  const { permissions } = useViewer();
  const roomy = useMediaQuery("(min-width: 768px)", true, { getInitialValueInEffect: false });
  const group = t("profile.shortcuts");
  const mayEdit = permissions.has("customers:write");
  const mayNote = permissions.has("activity:write");
  const mayUpload = permissions.has("files:write");
  const [merging, setMerging] = useState(false);
  const [erasing, setErasing] = useState(false);

  const edit = () => navigate(paths.customer(customerId, "details"));
  const note = () => navigate(`${paths.customer(customerId)}#note`);
  const upload = () => navigate(`${paths.customer(customerId, "files")}#upload`);
  useAction(t("profile.editCustomer"), () => void edit(), { keys: "e", group, enabled: mayEdit });
  useAction(t("activity.addNote"), () => void note(), { keys: "n", group, enabled: mayNote });
  useAction(t("files.add"), () => void upload(), { keys: "u", group, enabled: mayUpload });

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
      <NewRecordMenu roomy={roomy} onNote={() => void note()} />
      <MoreMenu
        customerId={customerId}
        name={name}
        status={status}
        list={list}
        onEdit={!roomy && mayEdit ? () => void edit() : undefined}
        onMerge={() => setMerging(true)}
        onErase={() => setErasing(true)}
      />
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
