import { entry } from "./entry.js";
import { ui } from "./ui.js";

/** What the entry pages need, without the rest of the catalogue. */
export const first = { ...entry, ...ui };
