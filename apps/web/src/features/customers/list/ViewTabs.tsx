import { useT } from "../../../i18n/useT.js";
import { LinkTabs } from "../../../ui/LinkTabs.js";
import { type ListQuestion, views, withoutFilters, writeQuestion } from "./listQuestion.js";

/** The views that everyone has, as links. */
export function ViewTabs({ question }: { question: ListQuestion }) {
  const t = useT();
  const tabs = views.map((view) => {
    const asked = writeQuestion({ ...withoutFilters(question), view }, new URLSearchParams());
    return {
      to: { search: asked.toString() },
      label: t(`customers.view.${view}`),
      active: view === question.view,
    };
  });
  return <LinkTabs tabs={tabs} label={t("customers.views")} />;
}
