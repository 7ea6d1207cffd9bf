import { createContext } from "react";
import type { Example } from "./examples.js";

/** What the panes of the playground are given, past the editor that draws them. */
export const PlaygroundContext = createContext<{ examples: readonly Example[] }>({ examples: [] });
