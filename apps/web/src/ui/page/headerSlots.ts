import { createContext } from "react";

/** The places in the frame's header into which a page puts its breadcrumbs and actions. */
export interface HeaderSlots {
  crumbs: HTMLElement | null;
  actions: HTMLElement | null;
}

/** Given by the frame; without it a page header draws both in place. */
export const HeaderSlotsContext = createContext<HeaderSlots | null>(null);
