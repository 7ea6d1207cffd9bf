import { Suspense } from "react";
import { useSearchParams } from "react-router";
import { useT } from "../../i18n/useT.js";
import { type ProfileTabId, paths } from "../../paths.js";
import { useViewer } from "../../session/viewer.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import { FilterLinks } from "../../ui/page/FilterLinks.js";
import { allRecords } from "../records.js";
import classes from "./Tab.module.css";

interface RecordsTabProps {
  customerId: string;
  tab: ProfileTabId;
}

/** The lists of a tab of the profile, one at a time; the URL selects it by `?show=`. */
export function RecordsTab({ customerId, tab }: RecordsTabProps) {
  const t = useT();
  const { permissions } = useViewer();
  const [search] = useSearchParams();
  const lists = allRecords
    .filter(({ read }) => permissions.has(read))
    .flatMap((record) => record.lists ?? [])
    .filter((list) => list.tab === tab)
    .sort((one, other) => Number(other.first ?? false) - Number(one.first ?? false));
  const open = lists.find(({ show }) => show === search.get("show")) ?? lists[0];
  if (!open) return null;
  return (
    <>
      {/* On paper nothing else says what the list is of. */}
      <h2 className={classes.printed}>{t(open.label)}</h2>
      <div className={classes.parts}>
        <FilterLinks
          look="segments"
          label={t(`profile.tab.${tab}`)}
          links={lists.map((list) => ({
            to: paths.customerList(customerId, tab, list.show),
            label: t(list.label),
            active: list === open,
          }))}
        />
      </div>
      <Suspense key={open.show} fallback={<SkeletonRows label={t("profile.loading")} />}>
        <open.Component customerId={customerId} />
      </Suspense>
    </>
  );
}
