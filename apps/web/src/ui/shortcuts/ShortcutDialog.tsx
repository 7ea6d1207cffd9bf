import { Modal, Switch } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { useT } from "../../i18n/useT.js";
import { Kbd } from "../values/Kbd.js";
import classes from "./ShortcutDialog.module.css";
import {
  listShortcuts,
  type Shortcut,
  setSingleKeys,
  singleKeysOn,
  subscribeShortcuts,
} from "./shortcuts.js";

interface ShortcutDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** The shortcuts that work on the page at hand, and the switch for those of a single key. */
export default function ShortcutDialog({ opened, onClose }: ShortcutDialogProps) {
  const t = useT();
  const shortcuts = useSyncExternalStore(subscribeShortcuts, listShortcuts);
  const singles = useSyncExternalStore(subscribeShortcuts, singleKeysOn);

  const groups = Map.groupBy(unique(shortcuts), ({ group }) => group);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
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
