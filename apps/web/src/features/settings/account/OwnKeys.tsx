import { useQuery } from "@apollo/client/react";
import { readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { KeyLines } from "../keys/KeyLines.js";
import { ownKeyFragment } from "../keys/keyEdits.js";
import { Section } from "../Section.js";

const query = graphql(`
  query OwnKeys {
    viewer {
      apiKeys {
        id
        ...OwnKey
      }
    }
  }
`);

/** The API keys that the viewer created, and the way to end them; nothing for who has none. */
export function OwnKeys() {
  const t = useT();
  const { data, error, refetch } = useQuery(query);
  const keys = readFragment(ownKeyFragment, data?.viewer.apiKeys ?? []);
  if (keys.length === 0 && !error) return null;
  return (
    <Section title={t("settings.ownKeys")} hint={t("settings.ownKeysHint")}>
      {error && !data && (
        <ErrorNote error={error} onRetry={() => void refetch()}>
          {t("settings.keysFailed")}
        </ErrorNote>
      )}
      <KeyLines keys={keys} revocable />
    </Section>
  );
}
