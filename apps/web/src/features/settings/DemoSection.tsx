import { useApolloClient, useQuery } from "@apollo/client/react";
import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { ConfirmDialog } from "../../ui/overlays/ConfirmDialog.js";
import { showToast } from "../../ui/toasts/toasts.js";
import { Section } from "./Section.js";

const query = graphql(`
  query DemoData {
    demoData {
      customers
      changed
      withOwnRecords
    }
  }
`);

const removeDemoData = graphql(`
  mutation RemoveDemoData($input: RemoveDemoDataInput!) {
    removeDemoData(input: $input) {
      customers
      people
      kept
    }
  }
`);

/** Says that there are example data, and removes them; nothing where there are none. */
export function DemoSection() {
  const t = useT();
  const client = useApolloClient();
  const navigate = useNavigate();
  const { data } = useQuery(query);
  const [asking, setAsking] = useState(false);
  const [includeChanged, setIncludeChanged] = useState(false);
  const there = data?.demoData;
  if (!there) return null;
  const kept = there.withOwnRecords + (includeChanged ? 0 : there.changed);

  async function remove() {
    const { data: done } = await client.mutate({
      mutation: removeDemoData,
      variables: { input: { includeChanged } },
    });
    const { customers = 0, kept: left = 0 } = done?.removeDemoData ?? {};
    await navigate(paths.customers);
    // All that was read may be gone.
    await client.resetStore();
    showToast({ message: t("settings.demoRemoved", { count: customers, kept: left }) });
  }

  return (
    <Section title={t("settings.demo")} hint={t("settings.demoHint", { count: there.customers })}>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t("settings.removeDemo")}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t("settings.removeDemoTitle")}
          confirmLabel={t("settings.removeDemo")}
          destructive
          onConfirm={remove}
          onClose={() => setAsking(false)}
        >
          <p>{t("settings.removeDemoText", { count: there.customers - kept })}</p>
          {there.withOwnRecords > 0 && (
            <p>{t("settings.demoOwnStay", { count: there.withOwnRecords })}</p>
          )}
          {there.changed > 0 && (
            <Checkbox
              label={t("settings.demoChangedToo", { count: there.changed })}
              description={t("settings.demoChangedHint")}
              checked={includeChanged}
              onChange={(event) => setIncludeChanged(event.currentTarget.checked)}
            />
          )}
        </ConfirmDialog>
      )}
    </Section>
  );
}
