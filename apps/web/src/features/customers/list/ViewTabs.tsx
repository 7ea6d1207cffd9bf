import { useT } from "../../../i18n/useT.js";
import { useMay } from "../../../session/viewer.js";
import { LinkTabs } from "../../../ui/LinkTabs.js";
import { type ListQuestion, views, withoutFilters, writeQuestion } from "./listQuestion.js";

/** The views that everyone has, as links. */
export function ViewTabs({ question }: { question: ListQuestion }) {
  const t = useT();
  const mayInvoices = useMay("invoices:read");
  const offered = views.filter((view) => view !== "overdue" || mayInvoices);
  const tabs = offered.map((view) => {
    const asked = writeQuestion({ ...withoutFilters(question), view }, new URLSearchParams());
    return {
      to: { search: asked.toString() },
      label: t(`customers.view.${view}`),
      active: view === question.view,
    };
  });
  return <LinkTabs tabs={tabs} label={t("customers.views")} />;
}
