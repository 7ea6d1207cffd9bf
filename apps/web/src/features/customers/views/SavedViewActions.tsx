import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useT } from "../../../i18n/useT.js";
import { useAction } from "../../../ui/shortcuts/useAction.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { SavedViewDialog } from "./SavedViewDialog.js";
import { SavedViewMenu } from "./SavedViewMenu.js";
import { useSavedViewEdits } from "./savedViewEdits.js";
import type { SavedView } from "./savedViews.js";

interface SavedViewActionsProps {
  /** The saved view on screen. */
  view: SavedView | undefined;
  /** Whether the parameters of the list differ from the view's. */
  changed: boolean;
  /** The current parameters and columns of the list, to be saved. */
  query: string;
  /** Shows the view of an id, or the same without one. */
  onShow: (id: string) => void;
  /** Goes back to the view's parameters. */
  onDiscard: () => void;
  reread: () => Promise<unknown>;
}

/** At the end of the view tabs: what can be done with the one on screen, and + for another. */
export default function SavedViewActions(props: SavedViewActionsProps) {
  const { view, changed, query, onShow, onDiscard, reread } = props;
  const t = useT();
  const attempt = useAttempt();
  const edits = useSavedViewEdits();
  const [asking, setAsking] = useState<"new" | "name">();
  const group = t("shell.customers");
  useAction(t("views.add"), () => setAsking("new"), { group });
  const mine = view?.canUpdate ? view : undefined;

  async function save() {
    if (!mine) return;
    const { id, version, name } = mine;
    if (await attempt(() => edits.update({ id, version, query }))) {
      showToast({ message: t("views.saved", { name }) });
    } else await reread();
  }

  async function remove({ id, name, query: was, shared }: SavedView) {
    if (!(await attempt(() => edits.remove(id)))) return;
    onShow("");
    await reread();
    showToast({
      message: t("ui.deleted", { name }),
      onUndo: () =>
        attempt(async () => {
          await edits.create({ name, query: was, shared });
          await reread();
        }),
    });
  }

  return (
    <>
      {view && changed && mine && (
        <Button variant="subtle" size="compact-sm" visibleFrom="sm" onClick={() => void save()}>
          {t("ui.save")}
        </Button>
      )}
      {view && (mine || changed) && (
        <SavedViewMenu
          view={view}
          mine={mine !== undefined}
          changed={changed}
          onSave={() => void save()}
          onDiscard={onDiscard}
          onRename={() => setAsking("name")}
          onRemove={() => mine && void remove(mine)}
        />
      )}
      <Tooltip label={t("views.add")}>
        <ActionIcon aria-label={t("views.add")} onClick={() => setAsking("new")}>
          <IconPlus size={16} />
        </ActionIcon>
      </Tooltip>
      {asking === "new" && (
        <SavedViewDialog
          title={t("views.add")}
          initial={{ name: "", shared: false }}
          onSave={async (values) => {
            const id = await edits.create({ ...values, query });
            await reread();
            onShow(id);
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === "name" && mine && (
        <SavedViewDialog
          title={t("views.rename")}
          initial={{ name: mine.name, shared: mine.shared }}
          onSave={({ name, shared }) =>
            edits.update({ id: mine.id, version: mine.version, name, shared })
          }
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
