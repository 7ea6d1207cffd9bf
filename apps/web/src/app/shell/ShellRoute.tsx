import { ApolloProvider } from "@apollo/client/react";
import { useT } from "../../i18n/useT.js";
import { ViewerGate } from "../../session/ViewerGate.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { client } from "../apollo.js";
import { LoadingFrame } from "./LoadingFrame.js";
import { Shell } from "./Shell.js";
import classes from "./ShellRoute.module.css";
import { forbidZodCode } from "./zodSettings.js";

forbidZodCode();

/** All pages for people who are signed in. */
export function Component() {
  const t = useT();
  return (
    <ApolloProvider client={client}>
      <ViewerGate
        loading={<LoadingFrame />}
        failed={(error, retry) => (
          <div className={classes.failed}>
            <ErrorNote error={error} onRetry={retry}>
              {t("shell.viewerFailed")}
            </ErrorNote>
          </div>
        )}
      >
        <Shell />
      </ViewerGate>
    </ApolloProvider>
  );
}
