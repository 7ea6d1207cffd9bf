import { useState } from "react";
import { z } from "zod";
import { defaultLayout, type GridColumn, type GridLayout } from "./column.js";

const stored = z.object({
  order: z.array(z.string()),
  hidden: z.array(z.string()),
  widths: z.record(z.string(), z.number()),
});

/** A layout that this device remembers under `name`; a column added later comes at the end. */
export function useGridLayout<T>(
  name: string,
  columns: readonly GridColumn<T>[],
): [layout: GridLayout, setLayout: (layout: GridLayout) => void] {
  const key = `clientela.grid.${name}`;
  const [layout, setLayout] = useState(() => read(key, columns));
  return [
    layout,
    (next) => {
      setLayout(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Storage is switched off: the layout holds until the page is left.
      }
    },
  ];
}

function read<T>(key: string, columns: readonly GridColumn<T>[]): GridLayout {
  const start = defaultLayout(columns);
  try {
    const found = stored.safeParse(JSON.parse(localStorage.getItem(key) ?? "null"));
    if (!found.success) return start;
    const known = new Set(found.data.order);
    const added = start.order.filter((id) => !known.has(id));
    return {
      order: [...found.data.order, ...added],
      hidden: [...found.data.hidden, ...start.hidden.filter((id) => added.includes(id))],
      widths: found.data.widths,
    };
  } catch {
    return start;
  }
}
