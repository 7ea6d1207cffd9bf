import { useMonaco } from "@graphiql/react";
import { useEffect } from "react";

const names = { light: "graphiql-LIGHT", dark: "graphiql-DARK" } as const;

/** Gives the text editors the colours of the app, which reach the contrast that theirs lack. */
export function useEditorColours(scheme: "light" | "dark"): void {
  const monaco = useMonaco((state) => state.monaco);
  useEffect(() => {
    if (!monaco) return;
    const body = colourOf("--mantine-color-body");
    const text = colourOf("--mantine-color-text");
    const link = colourOf("--c-link");
    const chosen = colourOf("--c-selected");
    const token = (name: string, variable: string) => ({
      token: name,
      foreground: colourOf(variable).slice(1),
    });
    monaco.editor.defineTheme(names[scheme], {
      base: scheme === "dark" ? "vs-dark" : "vs",
      inherit: true,
      rules: [
        token("comment", "--mantine-color-dimmed"),
        token("argument.identifier", "--tone-violet"),
        token("variable", "--tone-violet"),
        token("keyword", "--c-link"),
        token("string", "--tone-green"),
        token("string.key.json", "--mantine-color-text"),
        token("string.value.json", "--tone-green"),
        token("number", "--tone-amber"),
        token("type.identifier", "--tone-blue"),
      ],
      colors: {
        "editor.background": "#00000000",
        "editor.foreground": text,
        "scrollbar.shadow": "#00000000",
        focusBorder: link,
        "textLink.foreground": link,
        "textLink.activeForeground": link,
        "editorLink.activeForeground": link,
        "editorHoverWidget.background": body,
        "editorWidget.background": body,
        "editorSuggestWidget.background": body,
        "editorSuggestWidget.selectedBackground": chosen,
        "editorSuggestWidget.selectedForeground": text,
        "list.hoverBackground": chosen,
        "list.highlightForeground": link,
        "list.focusHighlightForeground": link,
        "menu.background": body,
        "menu.selectionBackground": chosen,
        "menu.selectionForeground": text,
        "quickInput.background": body,
        "quickInputList.focusBackground": chosen,
        "quickInputList.focusForeground": text,
      },
    });
  }, [monaco, scheme]);
}

function colourOf(variable: string): string {
  const value = getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
  // The editor knows colours of six digits only.
  return value.length === 4 ? value.replace(/[0-9a-f]/gi, "$&$&") : value;
}
