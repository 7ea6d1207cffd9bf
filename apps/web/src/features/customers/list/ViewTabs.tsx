import { lazy, Suspense } from "react";
import { withMessages } from "../../../i18n/i18n.js";
import { useT } from "../../../i18n/useT.js";
import { useViewer } from "../../../session/viewer.js";
import { LinkTabs } from "../../../ui/page/LinkTabs.js";
import { useSavedViews } from "../views/savedViews.js";
import {
  type ListParams,
  mayView,
  readListParams,
  views,
  withoutFilters,
  writeListParams,
} from "./listParams.js";

const SavedViewActions = lazy(withMessages("views", () => import("../views/SavedViewActions.js")));

const textOf = (question: ListParams) =>
  writeListParams({ ...question, saved: "" }, new URLSearchParams()).toString();

interface ViewTabsProps {
  question: ListParams;
  onAsk: (question: ListParams) => void;
  /** The columns on screen, from left to right. */
  columns: readonly string[];
}

/** The views that everyone has, and those that people keep, as links. */
export function ViewTabs({ question, onAsk, columns }: ViewTabsProps) {
  const t = useT();
  const { permissions } = useViewer();
  const questionOf = (text: string) => readListParams(new URLSearchParams(text), permissions);
  const { views: kept, reread } = useSavedViews();
  const current = kept.find(({ id }) => id === question.saved);
  const changed = current !== undefined && textOf(question) !== textOf(questionOf(current.query));
  const linkTo = (params: ListParams) => ({
    search: writeListParams(params, new URLSearchParams()).toString(),
  });
  const tabs = [
    ...views
      .filter((view) => mayView(view, permissions))
      .map((view) => ({
        to: linkTo({ ...withoutFilters(question), view, saved: "", columns: [] }),
        label: t(`customers.view.${view}`),
        active: !current && view === question.view,
      })),
    ...kept.map(({ id, name, query }) => ({
      to: linkTo({ ...questionOf(query), saved: id }),
      label: name,
      active: id === question.saved,
      unsaved: id === question.saved && changed ? t("customers.viewChanged") : undefined,
    })),
  ];
  return (
    <LinkTabs tabs={tabs} label={t("customers.views")}>
      <Suspense>
        <SavedViewActions
          view={current}
          changed={changed}
          query={textOf({ ...question, columns: [...columns] })}
          onShow={(saved) =>
            onAsk({ ...question, saved, columns: saved ? [...columns] : question.columns })
          }
          onDiscard={() => current && onAsk({ ...questionOf(current.query), saved: current.id })}
          reread={reread}
        />
      </Suspense>
    </LinkTabs>
  );
}
