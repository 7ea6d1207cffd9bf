import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { makeScale } from "./scale.js";

const overscan = 6;
const viewUntilMeasured = 600;
const mostPrinted = 1_000;

/** The part of a list that is drawn. */
export interface GridWindow {
  /** The first and the last row to draw; `last` is -1 in an empty list. */
  first: number;
  last: number;
  /** The first and the last row that a person sees. */
  firstSeen: number;
  lastSeen: number;
  /** The height of the element that carries the rows. */
  spacer: number;
  /** Where to put a row in that element, in pixels from its top. */
  topOf: (row: number) => number;
  /** Scrolls by as little as shows the row whole. */
  show: (row: number) => void;
  /** The pixels of the list that are above the window, to come back to. */
  position: () => number;
  /** Goes to such a position. */
  goTo: (position: number) => void;
  /** The width of the scrolling element. */
  width: number;
}

interface GridWindowOptions {
  scroller: RefObject<HTMLElement | null>;
  rows: number;
  rowHeight: number;
  /** Pixels of the window that the sticky header and the totals cover. */
  covered: number;
}

/** Works out which rows of a list of any length are on screen, and where they stand. */
export function useGridWindow(options: GridWindowOptions): GridWindow {
  const { scroller, rows, rowHeight, covered } = options;
  const size = useMeasuredSize(options);
  // `shift` is how far the list has moved against the scroll bar; it only differs from 0 in lists
  // that are higher than the limit.
  const [at, setAt] = useState({ list: 0, shift: 0 });
  const exact = useRef({ scroll: 0, list: 0 });
  const view = Math.max(rowHeight, size.height - covered);
  const scale = useMemo(() => makeScale(rows * rowHeight, view), [rows, rowHeight, view]);

  const move = useCallback(
    (list: number, scroll: number) => {
      exact.current = { list, scroll };
      const rounded = Math.floor(list / rowHeight) * rowHeight;
      // Whole pixels, or the lines between the rows would blur.
      const shift = Math.round(list - scroll);
      setAt((before) =>
        before.list === rounded && before.shift === shift ? before : { list: rounded, shift },
      );
    },
    [rowHeight],
  );

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      const scroll = element.scrollTop;
      const { scroll: before, list } = exact.current;
      const delta = scroll - before;
      if (delta === 0) return;
      const scaled = scale.toList(scroll);
      const end = scale.toList(scale.spacer - view);
      // A turn of the wheel moves the list by its own pixels; only a jump goes by the scale.
      const small = Math.abs(delta) < view && scroll > 0 && scroll < scale.spacer - view;
      const moved = Math.min(Math.max(0, list + delta), end);
      move(small && scaled !== scroll ? moved : scaled, scroll);
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => element.removeEventListener("scroll", onScroll);
  }, [scroller, scale, view, move]);

  const goTo = useCallback(
    (position: number) => {
      const element = scroller.current;
      if (!element) return;
      const list = Math.min(Math.max(0, position), Math.max(0, rows * rowHeight - view));
      const { list: before, scroll } = exact.current;
      const near = Math.abs(list - before) < view && scale.spacer < rows * rowHeight;
      const target = near ? scroll + (list - before) : scale.toScroll(list);
      element.scrollTop = target;
      // The browser rounds; what it made of the target is the truth.
      move(list, element.scrollTop);
    },
    [scroller, rows, rowHeight, view, scale, move],
  );

  const show = useCallback(
    (row: number) => {
      const { list } = exact.current;
      const top = row * rowHeight;
      if (top < list) goTo(top);
      else if (top + rowHeight > list + view) goTo(top + rowHeight - view);
    },
    [rowHeight, view, goTo],
  );

  const end = rows - 1;
  const firstSeen = Math.min(Math.floor(at.list / rowHeight), Math.max(0, end));
  const lastSeen = Math.min(Math.floor((at.list + view - 1) / rowHeight), end);
  return {
    first: Math.max(0, firstSeen - overscan),
    last: Math.min(end, lastSeen + overscan),
    firstSeen,
    lastSeen,
    spacer: scale.spacer,
    topOf: (row) => row * rowHeight - at.shift,
    show,
    position: useCallback(() => exact.current.list, []),
    goTo,
    width: size.width,
  };
}

/** The size of the scrolling element; on paper it is as high as its rows. */
function useMeasuredSize({ scroller, rows, rowHeight, covered }: GridWindowOptions) {
  const [size, setSize] = useState({ width: 0, height: viewUntilMeasured });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      if (element.clientHeight > 0) {
        setSize({ width: element.clientWidth, height: element.clientHeight });
      }
    };
    // On paper the window is as long as the list, up to what a printer can be asked for.
    const lengthen = () =>
      flushSync(() =>
        setSize(({ width }) => ({
          width,
          height: Math.min(rows, mostPrinted) * rowHeight + covered,
        })),
      );
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    window.addEventListener("beforeprint", lengthen);
    window.addEventListener("afterprint", measure);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", lengthen);
      window.removeEventListener("afterprint", measure);
    };
  }, [scroller, rows, rowHeight, covered]);
  return size;
}
