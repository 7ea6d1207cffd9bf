/** No element is made higher than this; browsers clamp at about 33 million pixels, some at 17. */
export const spacerLimit = 10_000_000;

/** At both ends of a list that is higher than the limit, this many pixels are scrolled one to one. */
const edge = 500_000;

/**
 * Where the rows of a list stand, against where the scroll bar stands. Up to the limit both are the
 * same; above it the middle of the list is squeezed into what the spacer has room for.
 */
export interface Scale {
  /** The height of the spacer in pixels. */
  spacer: number;
  /** From a scroll position to a position in the list, both in pixels from the top. */
  toList: (scroll: number) => number;
  /** The way back. */
  toScroll: (list: number) => number;
}

/** Makes the scale for a list of `height` pixels in a window of `view` pixels. */
export function makeScale(height: number, view: number): Scale {
  if (height <= spacerLimit) {
    return { spacer: height, toList: (scroll) => scroll, toScroll: (list) => list };
  }
  const scrollEnd = spacerLimit - view;
  const listEnd = height - view;
  const factor = (listEnd - 2 * edge) / (scrollEnd - 2 * edge);
  return {
    spacer: spacerLimit,
    toList: (scroll) => {
      if (scroll <= edge) return Math.max(0, scroll);
      if (scroll >= scrollEnd - edge) return Math.min(listEnd, listEnd - (scrollEnd - scroll));
      return edge + (scroll - edge) * factor;
    },
    toScroll: (list) => {
      if (list <= edge) return Math.max(0, list);
      if (list >= listEnd - edge) return Math.min(scrollEnd, scrollEnd - (listEnd - list));
      return edge + (list - edge) / factor;
    },
  };
}
