import { useQuery } from "@apollo/client/react";
import { Spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import {
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { useNavigate } from "react-router";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { listShortcuts, subscribeShortcuts } from "../../../ui/shortcuts/shortcuts.js";
import { Kbd } from "../../../ui/values/Kbd.js";
import classes from "./CommandPalette.module.css";
import "@mantine/spotlight/styles.layer.css";
import { searchQuery } from "../../search/foundRecords.js";
import { FoundAction } from "./FoundAction.js";
import { fold } from "./fold.js";
import { paletteStore, runFirst, selectFirst } from "./paletteStore.js";
import { takeTyped } from "./typeAhead.js";
import { useRecentCustomers } from "./useRecentCustomers.js";

const MAX_RESULTS = 12;

interface CommandPaletteProps {
  opened: boolean;
  onClose: () => void;
}

/** Finds records of all kinds, offers the customers that were opened last, and runs every action of the page at hand. */
export default function CommandPalette({ opened, onClose }: CommandPaletteProps) {
  const t = useT();
  const navigate = useNavigate();
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: the results say when to select anew.
  useEffect(() => {
    if (opened) selectFirst();
  }, [opened, results]);

  // What is shown for fewer letters may be another customer: Enter waits for the results of all.
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

  return (
    <Spotlight.Root
      store={paletteStore.store}
      shortcut={null}
      query={text}
      onQueryChange={changeText}
      onSpotlightClose={onClose}
      aria-label={t("shell.palette")}
      maxHeight={420}
      scrollable
      size={600}
      radius="md"
      transitionProps={{ duration: 80 }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      classNames={{
        content: classes.content,
        search: classes.search,
        action: classes.action,
        actionsGroup: classes.group,
      }}
    >
      <Spotlight.Search
        aria-label={t("shell.palette")}
        placeholder={t("shell.palettePlaceholder")}
        onFocus={takeKept}
        onKeyDownCapture={waitForResults}
        leftSection={<IconSearch size={18} stroke={1.6} />}
      />
      <Spotlight.ActionsList>
        {recent.length > 0 && (
          <Spotlight.ActionsGroup label={t("search.recent")}>
            {recent.map((one) => (
              <FoundAction key={one.record?.id} found={one} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.length > 0 && (
          <Spotlight.ActionsGroup label={t("search.results")}>
            {found.map((one) => (
              <FoundAction key={`${one.type} ${one.record?.id}`} found={one} />
            ))}
            <Spotlight.Action onClick={() => navigate(paths.search(search))}>
              <IconSearch size={18} stroke={1.6} className={classes.icon} aria-hidden="true" />
              <span className={classes.name}>{t("search.all", { text: search })}</span>
            </Spotlight.Action>
          </Spotlight.ActionsGroup>
        )}
        {actions.length > 0 && (
          <Spotlight.ActionsGroup label={t("shell.paletteActions")}>
            {actions.map(({ keys, label, run }) => (
              <Spotlight.Action key={label} onClick={() => run?.()}>
                <span className={classes.name}>{label}</span>
                {keys && <Kbd keys={keys} />}
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {error && <Spotlight.Empty>{t("shell.paletteFailed")}</Spotlight.Empty>}
        {empty && !error && (
          <Spotlight.Empty>{t("shell.paletteEmpty", { query: search })}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
