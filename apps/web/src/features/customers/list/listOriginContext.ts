import { createContext } from "react";
import type { ListOrigin } from "../listOrigin.js";

/** Says, at the moment a link is followed, which list it leads from. */
export const ListOriginContext = createContext<() => ListOrigin | undefined>(() => undefined);
