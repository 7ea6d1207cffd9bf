import { Modal, Switch } from "@mantine/core";
import { useState, useSyncExternalStore } from "react";
import { useT } from "../../i18n/useT.js";
import { Kbd } from "../Kbd.js";
import classes from "./ShortcutHelp.module.css";
import {
  listShortcuts,
  type Shortcut,
  setSingleKeys,
  singleKeysOn,
  subscribeShortcuts,
} from "./shortcuts.js";
import { useShortcut } from "./useShortcut.js";

/** Opens on `?` and lists the shortcuts that work on the page at hand. */
export function ShortcutHelp() {
  const t = useT();
  const [opened, setOpened] = useState(false);
  const shortcuts = useSyncExternalStore(subscribeShortcuts, listShortcuts);
  const singles = useSyncExternalStore(subscribeShortcuts, singleKeysOn);
  useShortcut("?", () => setOpened(true), { label: t("ui.shortcuts"), group: t("ui.anywhere") });

  const groups = Map.groupBy(unique(shortcuts), ({ group }) => group);
  return (
    <Modal
      opened={opened}
      onClose={() => setOpened(false)}
      title={t("ui.shortcuts")}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      size={560}
    >
      <div className={classes.groups}>
        {[...groups].map(([group, items]) => (
          <section key={group}>
            <h3 className={classes.heading}>{group}</h3>
            <dl className={classes.list}>
              {items.map(({ keys, label }) => (
                <div key={keys} className={classes.item}>
                  <dt>{label}</dt>
                  <dd>
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        className={classes.switch}
        label={t("ui.singleKeys")}
        checked={singles}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
    </Modal>
  );
}

function unique(shortcuts: readonly Shortcut[]): Shortcut[] {
  const withKeys = shortcuts.filter(({ keys }) => keys !== "");
  return [...new Map(withKeys.map((shortcut) => [shortcut.keys, shortcut])).values()];
}
