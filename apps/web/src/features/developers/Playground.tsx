import { useComputedColorScheme } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { useMemo, useRef, useState } from "react";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import { ExamplesIcon, ExamplesPane } from "./ExamplesPlugin.js";
import type { ExampleName } from "./exampleQueries.js";
import type { Example } from "./examples.js";
import classes from "./Playground.module.css";
import { PlaygroundFoot } from "./PlaygroundFoot.js";
import { PlaygroundContext } from "./playgroundContext.js";
import { makePlaygroundFetcher } from "./playgroundFetcher.js";
import { SnippetIcon, SnippetPane } from "./SnippetPlugin.js";
import { useEditorColours } from "./useEditorColours.js";
import { useTabsAsButtons } from "./useTabsAsButtons.js";
import { ViewAsBar } from "./view-as/ViewAsBar.js";
import "graphiql/setup-workers/vite";
import "graphiql/style.css";

interface PlaygroundProps {
  examples: readonly Example[];
  /** The example to begin with, if a link names one. */
  opened: ExampleName | null;
}

/** GraphiQL with our examples and programs next to it; nothing of it comes from another host. */
export default function Playground({ examples, opened }: PlaygroundProps) {
  const t = useT();
  const scheme = useComputedColorScheme("light");
  const wide = useMediaQuery("(min-width: 1100px)", undefined, { getInitialValueInEffect: false });
  const root = useRef<HTMLDivElement>(null);
  useTabsAsButtons(root);
  useEditorColours(scheme);
  const viewer = useViewer();
  const [roleId, setRoleId] = useState<string | null>(null);
  const fetcher = useMemo(() => makePlaygroundFetcher(roleId), [roleId]);
  const [examplesTitle, snippetTitle] = [t("developers.examples"), t("developers.snippet")];
  // New plugins would close the pane that is open, such as the documentation; messages that are loaded later are no reason.
  const plugins = useMemo(
    () => [
      { title: examplesTitle, icon: ExamplesIcon, content: ExamplesPane },
      { title: snippetTitle, icon: SnippetIcon, content: SnippetPane },
      HISTORY_PLUGIN,
    ],
    [examplesTitle, snippetTitle],
  );
  const context = useMemo(() => ({ examples }), [examples]);
  const example = examples.find(({ name }) => name === opened);
  return (
    <PlaygroundContext value={context}>
      <div ref={root} className={classes.playground}>
        {viewer.role === "admin" && <ViewAsBar roleId={roleId} onChange={setRoleId} />}
        <div className={classes.editor}>
          <GraphiQL
            fetcher={fetcher}
            forcedTheme={scheme}
            plugins={plugins}
            visiblePlugin={wide ? plugins[0] : undefined}
            defaultTabs={examples.slice(0, 1).map(tabOf)}
            initialQuery={example?.query}
            initialVariables={example && tabOf(example).variables}
            shouldPersistHeaders
            showPersistHeadersSettings={false}
            inputValueDeprecation
            schemaDescription
          >
            {/* The page names itself above. */}
            <GraphiQL.Logo>{null}</GraphiQL.Logo>
            <GraphiQL.Footer>
              <PlaygroundFoot />
            </GraphiQL.Footer>
          </GraphiQL>
        </div>
      </div>
    </PlaygroundContext>
  );
}

function tabOf({ query, variables }: Example) {
  const written = Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : "";
  return { query, variables: written };
}
