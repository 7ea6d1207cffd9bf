import { IconLock } from "@tabler/icons-react";
import { Link } from "react-router";
import { useT } from "../i18n/useT.js";
import { paths } from "../paths.js";
import { useRoleOfViewer } from "../session/viewer.js";
import { EmptyState } from "../ui/feedback/EmptyState.js";
import { PageHeader } from "../ui/page/PageHeader.js";

/** Says that there is something at an address, which the viewer's role does not see. */
export function NotForYou() {
  const t = useT();
  const role = useRoleOfViewer();
  return (
    <>
      <PageHeader title={t("shell.notForYou")} />
      <EmptyState
        icon={<IconLock size={20} />}
        action={<Link to={paths.customers}>{t("entry.goToCustomers")}</Link>}
      >
        {t("shell.notForYouHint", { role })}
      </EmptyState>
    </>
  );
}
