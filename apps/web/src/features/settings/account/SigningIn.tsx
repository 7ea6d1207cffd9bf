import { useQuery } from "@apollo/client/react";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { Section } from "../Section.js";
import { PasswordForm } from "./PasswordForm.js";
import { TwoFactor } from "./TwoFactor.js";

const query = graphql(`
  query SigningIn {
    viewer {
      hasPassword
      ...TwoFactor_viewer
    }
  }
`);

/** How the viewer signs in: password and second step, or that both are for single sign-on to ask. */
export function SigningIn() {
  const t = useT();
  const { data, error, refetch } = useQuery(query);
  if (data && !data.viewer.hasPassword) {
    return (
      <Section title={t("settings.signingIn")}>
        <p>{t("settings.signingInElsewhere")}</p>
      </Section>
    );
  }
  return (
    <>
      <PasswordForm />
      <TwoFactor viewer={data?.viewer}>
        {error && !data && (
          <ErrorNote error={error} onRetry={() => void refetch()}>
            {t("settings.twoFactorFailed")}
          </ErrorNote>
        )}
      </TwoFactor>
    </>
  );
}
