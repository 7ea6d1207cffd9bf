import { IconUsers } from "@tabler/icons-react";
import { useT } from "../../i18n/useT.js";
import { EmptyState } from "../../ui/EmptyState.js";
import { PageHeader } from "../../ui/PageHeader.js";

/** The list of customers. */
export function Component() {
  const t = useT();
  return (
    <>
      <PageHeader title={t("shell.customers")} crumbs={[{ label: t("shell.sales") }]} />
      <EmptyState icon={<IconUsers size={20} />}>{t("shell.loading")}</EmptyState>
    </>
  );
}
