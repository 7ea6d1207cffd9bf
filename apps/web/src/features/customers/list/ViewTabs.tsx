import { lazy, Suspense } from "react";
import { useT } from "../../../i18n/useT.js";
import { withMessages } from "../../../locales/loadMessages.js";
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

const textOf = (listParams: ListParams) =>
  writeListParams({ ...listParams, saved: "" }, new URLSearchParams()).toString();

interface ViewTabsProps {
  listParams: ListParams;
  onParams: (listParams: ListParams) => void;
  /** The columns on screen, from left to right. */
  columns: readonly string[];
}

/** The views that everyone has, and those that people keep, as links. */
export function ViewTabs({ listParams, onParams, columns }: ViewTabsProps) {
  const t = useT();
  const { permissions } = useViewer();
  const paramsOf = (text: string) => readListParams(new URLSearchParams(text), permissions);
  const { views: kept, reread } = useSavedViews();
  const current = kept.find(({ id }) => id === listParams.saved);
  const changed = current !== undefined && textOf(listParams) !== textOf(paramsOf(current.query));
  const linkTo = (params: ListParams) => ({
    search: writeListParams(params, new URLSearchParams()).toString(),
  });
  const tabs = [
    ...views
      .filter((view) => mayView(view, permissions))
      .map((view) => ({
        to: linkTo({ ...withoutFilters(listParams), view, saved: "", columns: [] }),
        label: t(`customers.view.${view}`),
        active: !current && view === listParams.view,
      })),
    ...kept.map(({ id, name, query }) => ({
      to: linkTo({ ...paramsOf(query), saved: id }),
      label: name,
      active: id === listParams.saved,
      unsaved: id === listParams.saved && changed ? t("customers.viewChanged") : undefined,
    })),
  ];
  return (
    <LinkTabs tabs={tabs} label={t("customers.views")}>
      <Suspense>
        <SavedViewActions
          view={current}
          changed={changed}
          query={textOf({ ...listParams, columns: [...columns] })}
          onShow={(saved) =>
            onParams({ ...listParams, saved, columns: saved ? [...columns] : listParams.columns })
          }
          onDiscard={() => current && onParams({ ...paramsOf(current.query), saved: current.id })}
          reread={reread}
        />
      </Suspense>
    </LinkTabs>
  );
}
