import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from "react";
import { Outlet, ScrollRestoration } from "react-router";
import { useT } from "../../i18n/useT.js";
import { withMessages } from "../../locales/loadMessages.js";
import { type HeaderSlots, HeaderSlotsContext } from "../../ui/page/headerSlots.js";
import { ShortcutHelp } from "../../ui/shortcuts/ShortcutHelp.js";
import { useShortcut } from "../../ui/shortcuts/useShortcut.js";
import { Toasts } from "../../ui/toasts/Toasts.js";
import { BottomBar } from "./BottomBar.js";
import { Header } from "./Header.js";
import { NavigationActions } from "./NavigationActions.js";
import { NavigationBar } from "./NavigationBar.js";
import { OfflineBanner } from "./OfflineBanner.js";
import { keepTyping } from "./palette/typeAhead.js";
import { QuickTaskKey } from "./QuickTaskKey.js";
import classes from "./Shell.module.css";
import { Sidebar } from "./Sidebar.js";
import { useSidebar } from "./useSidebar.js";

const loadPalette = withMessages(
  ["search", "trash", "profile"],
  () => import("./palette/CommandPalette.js"),
);
const CommandPalette = lazy(loadPalette);
const PALETTE_DELAY_MS = 2_000;

/** The frame around every page. */
export function Shell({ children }: { children?: ReactNode }) {
  const t = useT();
  const { folded, toggle, crowded } = useSidebar();
  const [crumbs, setCrumbs] = useState<HTMLElement | null>(null);
  const [actions, setActions] = useState<HTMLElement | null>(null);
  const slots: HeaderSlots = useMemo(() => ({ crumbs, actions }), [crumbs, actions]);
  const [paletteUsed, setPaletteUsed] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const anywhere = t("ui.anywhere");

  // Who types as soon as the palette was called must not wait for its code.
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), PALETTE_DELAY_MS);
    return () => clearTimeout(timer);
  }, []);

  function openPalette() {
    if (!paletteOpen) keepTyping();
    setPaletteUsed(true);
    setPaletteOpen(true);
  }

  useShortcut("mod+k", openPalette, {
    label: t("shell.palette"),
    group: anywhere,
    inDialogs: true,
  });
  useShortcut("[", toggle, { label: t("shell.toggleSidebar"), group: anywhere });

  return (
    <HeaderSlotsContext value={slots}>
      <NavigationActions />
      <a href="#content" className={classes.skip}>
        {t("shell.skip")}
      </a>
      <div className={classes.frame} data-folded={folded || undefined}>
        <Sidebar folded={folded} onToggle={crowded ? undefined : toggle} onSearch={openPalette} />
        <div className={classes.page}>
          <OfflineBanner />
          <Header crumbs={setCrumbs} actions={setActions} onSearch={openPalette} />
          <NavigationBar />
          <main id="content" tabIndex={-1} className={classes.main}>
            {children ?? <Outlet />}
          </main>
        </div>
        <BottomBar onSearch={openPalette} />
      </div>
      <Toasts />
      <ShortcutHelp />
      {paletteUsed && (
        <Suspense fallback={null}>
          <CommandPalette opened={paletteOpen} onClose={() => setPaletteOpen(false)} />
        </Suspense>
      )}
      <QuickTaskKey />
      <ScrollRestoration />
    </HeaderSlotsContext>
  );
}
