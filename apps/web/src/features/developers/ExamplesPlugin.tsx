import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { IconListDetails } from "@tabler/icons-react";
import { use } from "react";
import { useT } from "../../i18n/useT.js";
import classes from "./Playground.module.css";
import { PlaygroundContext } from "./playgroundContext.js";

/** The pane with the example operations; a click opens one in a new tab. */
export function ExamplesPane() {
  const t = useT();
  const { examples } = use(PlaygroundContext);
  const { addTab } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  return (
    <section className={classes.pane} aria-labelledby="playground-examples">
      <h2 id="playground-examples" className={classes.paneTitle}>
        {t("developers.examples")}
      </h2>
      <ul className={classes.examples}>
        {examples.map(({ name, query, variables }) => (
          <li key={name}>
            <button
              type="button"
              className={classes.example}
              onClick={() => {
                addTab();
                queryEditor?.setValue(query);
                variableEditor?.setValue(
                  Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : "",
                );
                queryEditor?.focus();
              }}
            >
              <span className={classes.exampleName}>{t(`developers.example.${name}`)}</span>
              <span className={classes.exampleHint}>{t(`developers.exampleHint.${name}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The icon of the pane in the editor's sidebar. */
export function ExamplesIcon() {
  return <IconListDetails size={20} stroke={1.6} />;
}
