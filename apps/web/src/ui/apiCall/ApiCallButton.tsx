import { ActionIcon, Tooltip } from "@mantine/core";
import { IconCode } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import type { ListCall } from "../../cache/useList.js";
import { useT } from "../../i18n/useT.js";

const ListCallDialog = lazy(() => import("./ListCallDialog.js"));

/** The small button of a list that shows it as a call of the API. */
export function ApiCallButton({ call }: { call: ListCall }) {
  const t = useT();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Tooltip label={t("ui.apiCall")}>
        <ActionIcon
          size={30}
          visibleFrom="sm"
          aria-label={t("ui.apiCall")}
          onClick={() => setOpened(true)}
        >
          <IconCode size={16} />
        </ActionIcon>
      </Tooltip>
      {opened && (
        <Suspense>
          <ListCallDialog call={call} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
