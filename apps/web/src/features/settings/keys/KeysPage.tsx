import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { Link } from "react-router";
import { readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { useMay } from "../../../session/viewer.js";
import { EmptyState } from "../../../ui/feedback/EmptyState.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { ConfirmDialog } from "../../../ui/overlays/ConfirmDialog.js";
import { useDrawerParam } from "../../../ui/overlays/useDrawerParam.js";
import { useAction } from "../../../ui/shortcuts/useAction.js";
import { SettingsFrame } from "../SettingsFrame.js";
import { KeyDrawer } from "./KeyDrawer.js";
import { KeyList } from "./KeyList.js";
import classes from "./KeysPage.module.css";
import { type Key, keyFragment, keyState, type NewKey, useKeyEdits } from "./keyEdits.js";
import { NewKeyDialog } from "./NewKeyDialog.js";
import { NewKeyDrawer } from "./NewKeyDrawer.js";

const query = graphql(`
  query KeyList {
    apiKeys {
      id
      ...KeyRow
    }
  }
`);

/** The keys with which programs call: made, looked at and ended here. */
export function Component() {
  const mayRead = useMay("keys:read");
  const t = useT();
  return mayRead ? (
    <Keys />
  ) : (
    <SettingsFrame section="keys">
      <EmptyState icon={<IconKey size={20} />}>{t("settings.keysNotForYou")}</EmptyState>
    </SettingsFrame>
  );
}

function Keys() {
  const t = useT();
  const mayWrite = useMay("keys:write");
  const edits = useKeyEdits();
  const drawer = useDrawerParam("key");
  const [created, setCreated] = useState<NewKey>();
  const [revoking, setRevoking] = useState<Key>();
  const { data, error, loading, refetch } = useQuery(query);
  const keys = useMemo(() => {
    const rank = { active: 0, expired: 1, revoked: 1 };
    return readFragment(keyFragment, data?.apiKeys ?? []).toSorted(
      (one, other) => rank[keyState(one)] - rank[keyState(other)],
    );
  }, [data]);
  const shown = keys.find(({ id }) => id === drawer.value);
  useAction(t("settings.newKey"), () => drawer.open("new"), {
    group: t("shell.settings"),
    enabled: mayWrite,
  });
  const create = mayWrite && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => drawer.open("new")}>
      {t("settings.newKey")}
    </Button>
  );
  return (
    <SettingsFrame section="keys" actions={create}>
      <p className={classes.hint}>
        {t("settings.keysHint")} <Link to={paths.developers}>{t("settings.keysExamples")}</Link>
      </p>
      <KeyList
        keys={keys}
        loading={loading}
        onOpen={({ id }) => drawer.open(id)}
        empty={
          error ? (
            <ErrorNote error={error} onRetry={() => void refetch()}>
              {t("settings.keysFailed")}
            </ErrorNote>
          ) : (
            <EmptyState icon={<IconKey size={20} />} action={create}>
              {t("settings.noKeys")}
            </EmptyState>
          )
        }
      />
      {shown && (
        <KeyDrawer apiKey={shown} onClose={drawer.close} onRevoke={() => setRevoking(shown)} />
      )}
      {mayWrite && drawer.value === "new" && (
        <NewKeyDrawer onClose={drawer.close} onCreated={setCreated} />
      )}
      {created && <NewKeyDialog created={created} onClose={() => setCreated(undefined)} />}
      {revoking && (
        <ConfirmDialog
          title={t("settings.revokeTitle", { name: revoking.name })}
          confirmLabel={t("settings.revoke")}
          destructive
          onConfirm={() => edits.revoke(revoking.id)}
          onClose={() => setRevoking(undefined)}
        >
          <p>{t("settings.revokeText")}</p>
        </ConfirmDialog>
      )}
    </SettingsFrame>
  );
}
