import { IconBraces } from "@tabler/icons-react";
import { useT } from "../../i18n/useT.js";
import { CodeSnippet } from "../../ui/apiCall/CodeSnippet.js";
import classes from "./Playground.module.css";
import { parsedVariables } from "./queryCost.js";
import { useOperationAtHand } from "./useOperationAtHand.js";

/** The pane that shows the operation at hand as a program. */
export function SnippetPane() {
  const t = useT();
  const { query, variables } = useOperationAtHand();
  return (
    <section className={classes.pane} aria-labelledby="playground-snippet">
      <h2 id="playground-snippet" className={classes.paneTitle}>
        {t("developers.snippet")}
      </h2>
      {query.trim() === "" ? (
        <p className={classes.paneHint}>{t("developers.snippetEmpty")}</p>
      ) : (
        <CodeSnippet query={query} variables={parsedVariables(variables)} />
      )}
      <p className={classes.paneHint}>{t("ui.keyHint")}</p>
    </section>
  );
}

/** The icon of the pane in the editor's sidebar. */
export function SnippetIcon() {
  return <IconBraces size={20} stroke={1.6} />;
}
