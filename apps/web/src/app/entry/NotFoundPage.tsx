import { Link } from "react-router";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { PageHeader } from "../../ui/page/PageHeader.js";

/** Says that there is nothing at an address. */
export function Component() {
  const t = useT();
  return (
    <>
      <PageHeader title={t("entry.notFound")} />
      <EmptyState action={<Link to={paths.customers}>{t("entry.goToCustomers")}</Link>}>
        {t("entry.notFoundHint")}
      </EmptyState>
    </>
  );
}
