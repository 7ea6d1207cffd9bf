import { Drawer } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useT } from "../../i18n/useT.js";
import classes from "./SideDrawer.module.css";
import { useFocusBack } from "./useFocusBack.js";

interface SideDrawerProps {
  opened: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Stays at the bottom while the body scrolls: the buttons. */
  footer?: ReactNode;
  /** It is only read: without a field in it the body takes the focus, so that keys can scroll it. */
  readOnly?: boolean;
}

/** A drawer of 480 px from the right, the whole width on a phone; Esc closes it. */
export function SideDrawer({
  opened,
  onClose,
  title,
  children,
  footer,
  readOnly,
}: SideDrawerProps) {
  const t = useT();
  useFocusBack(opened);
  const root = useEscapeFromOutside(opened, onClose);
  return (
    <Drawer.Root
      ref={root}
      opened={opened}
      onClose={onClose}
      closeOnEscape={false}
      onKeyDown={(event) => {
        // One drawer for one press: not those below it, and not this one for what opened over it.
        const { target } = event;
        const within = target instanceof Element && event.currentTarget.contains(target);
        if (event.key !== "Escape" || event.repeat || !within) return;
        // An open list of choices closes first; the component library marks its field so.
        if (target.getAttribute("data-mantine-stop-propagation") === "true") return;
        event.stopPropagation();
        onClose();
      }}
      position="right"
      size={480}
      scrollAreaComponent={Column}
      classNames={{ content: classes.content, inner: classes.inner }}
      data-print="alone"
    >
      <Drawer.Overlay data-print="hide" />
      <Drawer.Content>
        <Drawer.Header className={classes.header}>
          <Drawer.Title className={classes.title}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t("ui.close")} />
        </Drawer.Header>
        <Drawer.Body className={classes.body} tabIndex={readOnly ? 0 : undefined}>
          {children}
        </Drawer.Body>
        {footer && <div className={classes.footer}>{footer}</div>}
      </Drawer.Content>
    </Drawer.Root>
  );
}

/** Esc closes the drawer on top as well where the focus is outside, as after what stood over it is gone. */
function useEscapeFromOutside(opened: boolean, onClose: () => void) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!opened) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      const inDialog = target instanceof Element && target.closest('[aria-modal="true"]');
      if (event.key !== "Escape" || event.repeat || inDialog) return;
      const dialogs = document.querySelectorAll('[role="dialog"][aria-modal="true"]');
      const top = [...dialogs].at(-1);
      if (top && root.current?.contains(top)) onClose();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [opened, onClose]);
  return root;
}

/** In place of one scroll area for all: the title and the buttons stand, the body scrolls. */
function Column({ children }: { children?: ReactNode }) {
  return <div className={classes.column}>{children}</div>;
}
