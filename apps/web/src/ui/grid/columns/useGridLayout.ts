import { useState } from "react";
import { defaultLayout, type GridColumn, type GridLayout } from "./column.js";

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
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (!isLayout(found)) return start;
    const known = new Set(found.order);
    const added = start.order.filter((id) => !known.has(id));
    return {
      order: [...found.order, ...added],
      hidden: [...found.hidden, ...start.hidden.filter((id) => added.includes(id))],
      widths: found.widths,
    };
  } catch {
    return start;
  }
}

// By hand: a checker of schemas would be the largest part of the first load of a list.
function isLayout(value: unknown): value is GridLayout {
  if (typeof value !== "object" || value === null) return false;
  if (!("order" in value) || !("hidden" in value) || !("widths" in value)) return false;
  const { order, hidden, widths } = value;
  return areTexts(order) && areTexts(hidden) && areNumbers(widths);
}

function areTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function areNumbers(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((one) => typeof one === "number")
  );
}
