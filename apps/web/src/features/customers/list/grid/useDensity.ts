import { useState } from "react";
import { type Density, rowHeights } from "../../../../ui/grid/columns/column.js";

const storageKey = "clientela.density";

/** How high the rows are; remembered on this device. */
export function useDensity(): [density: Density, setDensity: (density: Density) => void] {
  const [density, setDensity] = useState(readStored);
  return [
    density,
    (next) => {
      setDensity(next);
      try {
        localStorage.setItem(storageKey, next);
      } catch {
        // Storage is switched off: the choice holds until the page is left.
      }
    },
  ];
}

function isDensity(text: string | null): text is Density {
  return text !== null && text in rowHeights;
}

function readStored(): Density {
  try {
    const stored = localStorage.getItem(storageKey);
    return isDensity(stored) ? stored : "normal";
  } catch {
    return "normal";
  }
}
