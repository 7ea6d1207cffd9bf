import { ActionIcon } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useT } from "../../i18n/useT.js";
import { withMessages } from "../../locales/loadMessages.js";
import { useMay } from "../../session/viewer.js";
import classes from "./Header.module.css";

const InboxBell = lazy(
  withMessages("inbox", () => import("../../features/notifications/InboxBell.js")),
);
const ImportPill = lazy(() => import("../../features/imports/frame/ImportPill.js"));

interface HeaderProps {
  /** Receives the element into which the page renders its breadcrumbs. */
  crumbs: (element: HTMLElement | null) => void;
  /** Receives the element into which the page renders its actions. */
  actions: (element: HTMLElement | null) => void;
  onSearch: () => void;
}

/** The 48 px above every page. */
export function Header({ crumbs, actions, onSearch }: HeaderProps) {
  const t = useT();
  const seesImports = useMay("imports:read");
  return (
    <header className={classes.header}>
      <div className={classes.crumbs} ref={crumbs} />
      <ActionIcon className={classes.search} aria-label={t("shell.search")} onClick={onSearch}>
        <IconSearch size={18} />
      </ActionIcon>
      {seesImports && (
        <Suspense fallback={null}>
          <ImportPill />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <InboxBell />
      </Suspense>
      <div className={classes.actions} ref={actions} />
    </header>
  );
}
