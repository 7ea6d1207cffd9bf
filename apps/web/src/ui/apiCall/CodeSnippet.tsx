import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useT } from "../../i18n/useT.js";
import { CopyButton } from "../feedback/CopyButton.js";
import classes from "./CodeSnippet.module.css";
import {
  type SnippetLanguage,
  snippetLanguageNames,
  snippetLanguages,
  snippetOf,
} from "./snippets.js";

interface CodeSnippetProps {
  query: string;
  variables: unknown;
}

/** A call as a program in the language of choice, to copy. */
export function CodeSnippet({ query, variables }: CodeSnippetProps) {
  const t = useT();
  const [language, setLanguage] = useState<SnippetLanguage>("curl");
  const code = snippetOf(language, { endpoint: `${location.origin}/graphql`, query, variables });
  return (
    <div className={classes.snippet}>
      <div className={classes.bar}>
        <SegmentedControl<SnippetLanguage>
          size="xs"
          aria-label={t("ui.codeLanguage")}
          value={language}
          onChange={setLanguage}
          data={snippetLanguages.map((value) => ({ value, label: snippetLanguageNames[value] }))}
        />
        <CopyButton value={code} label={t("ui.copyCode")} size={28} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: code that scrolls must be reachable by keyboard. */}
      <pre className={classes.code} tabIndex={0}>
        <code>{code}</code>
      </pre>
    </div>
  );
}
