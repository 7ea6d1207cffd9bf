import { useQuery } from "@apollo/client/react";
import {
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { listShortcuts, subscribeShortcuts } from "../../../ui/shortcuts/shortcuts.js";
import { useWhenChanged } from "../../../ui/useWhenChanged.js";
import { searchQuery } from "../../search/foundRecords.js";
import { fold } from "./fold.js";
import { paletteStore, runFirst, selectFirst } from "./paletteStore.js";
import { takeTyped } from "./typeAhead.js";
import { useRecentCustomers } from "./useRecentCustomers.js";

const MAX_RESULTS = 12;

/**
 * What is typed into the palette, and what is found for it. Enter that comes before the results waits for them: what is
 * shown for fewer letters may be another customer.
 */
export function usePaletteSearch(opened: boolean) {
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const shortcuts = useSyncExternalStore(subscribeShortcuts, listShortcuts);
  const searches = text.trim().length >= 2;
  const { data, previousData, error, loading } = useQuery(searchQuery, {
    variables: { text: search, first: MAX_RESULTS },
    skip: !opened || !searches || search.length < 2,
  });
  const outdated = searches && (search !== text.trim() || loading);
  const [entered, setEntered] = useState(false);

  useEffect(() => {
    if (opened) {
      // What was typed the last time is still there while it closes.
      setText("");
      paletteStore.open();
    } else {
      paletteStore.close();
      takeTyped();
      setEntered(false);
    }
  }, [opened]);

  const found = search.length < 2 ? [] : ((data ?? previousData)?.search.nodes ?? []);
  const recent = useRecentCustomers(opened && text.trim() === "");
  const searched = fold(search);
  const actions = shortcuts.filter(({ action, label }) => action && fold(label).includes(searched));
  const empty = found.length === 0 && actions.length === 0 && !loading;

  // Enter opens the first result, also of those that came after the last key.
  const results = [...found, ...recent].map(({ record }) => record?.id).join();
  useWhenChanged(`${opened} ${results}`, () => {
    if (opened) selectFirst();
  });

  useEffect(() => {
    if (!entered || outdated || !opened) return;
    setEntered(false);
    runFirst();
  }, [entered, outdated, opened]);

  function waitForResults(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || !outdated) return;
    event.preventDefault();
    event.stopPropagation();
    setEntered(true);
  }

  function changeText(changed: string) {
    setEntered(false);
    setText(changed);
  }

  function takeKept() {
    const kept = takeTyped();
    if (!kept.text && !kept.entered) return;
    setText((before) => before + kept.text);
    setEntered(kept.entered);
  }

  return {
    text,
    search,
    found,
    recent,
    actions,
    empty,
    error,
    changeText,
    takeKept,
    waitForResults,
  };
}
