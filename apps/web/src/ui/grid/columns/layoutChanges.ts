import type { GridLayout } from "./column.js";

/** The layout with one column shown or hidden. */
export function withHidden(layout: GridLayout, id: string, hidden: boolean): GridLayout {
  const others = layout.hidden.filter((one) => one !== id);
  return { ...layout, hidden: hidden ? [...others, id] : others };
}

/** The layout with these columns shown, in this order, and no others. */
export function withShown(layout: GridLayout, shown: readonly string[]): GridLayout {
  const hidden = layout.order.filter((id) => !shown.includes(id));
  return { ...layout, order: [...shown, ...hidden], hidden };
}

/** The columns that a layout shows, from left to right. */
export function shownIn({ order, hidden }: GridLayout): string[] {
  return order.filter((id) => !hidden.includes(id));
}

/** The layout with one column as wide as said, 64 to 800 pixels. */
export function withWidth(layout: GridLayout, id: string, width: number): GridLayout {
  const clamped = Math.min(800, Math.max(64, Math.round(width)));
  return { ...layout, widths: { ...layout.widths, [id]: clamped } };
}

/** The layout with `id` put before `target`, or after it when it comes from the left. */
export function withMoved(layout: GridLayout, id: string, target: string): GridLayout {
  const from = layout.order.indexOf(id);
  const to = layout.order.indexOf(target);
  if (from < 0 || to < 0 || from === to) return layout;
  const order = layout.order.filter((one) => one !== id);
  order.splice(to, 0, id);
  return { ...layout, order };
}
