import { Spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { Kbd } from "../../../ui/values/Kbd.js";
import classes from "./CommandPalette.module.css";
import "@mantine/spotlight/styles.layer.css";
import { FoundAction } from "./FoundAction.js";
import { paletteStore } from "./paletteStore.js";
import { usePaletteSearch } from "./usePaletteSearch.js";

interface CommandPaletteProps {
  opened: boolean;
  onClose: () => void;
}

/** Finds records of all kinds, offers the customers that were opened last, and runs every action of the page at hand. */
export default function CommandPalette({ opened, onClose }: CommandPaletteProps) {
  const t = useT();
  const navigate = useNavigate();
  const { text, search, found, recent, actions, empty, error, ...keys } = usePaletteSearch(opened);

  return (
    <Spotlight.Root
      store={paletteStore.store}
      shortcut={null}
      query={text}
      onQueryChange={keys.changeText}
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
        onFocus={keys.takeKept}
        onKeyDownCapture={keys.waitForResults}
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
