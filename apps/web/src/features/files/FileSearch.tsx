import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { useT } from "../../i18n/useT.js";
import classes from "./FilesTab.module.css";

const typingMs = 250;

/** Searches files by name: what is typed goes into the URL, as `q`, once the typing pauses. */
export function FileSearch() {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const searched = search.get("q") ?? "";
  const [typed, setTyped] = useState(searched);

  useEffect(() => {
    if (typed === searched) return;
    const timer = setTimeout(() => {
      setSearch(
        (now) => {
          if (typed) now.set("q", typed);
          else now.delete("q");
          return now;
        },
        { replace: true, preventScrollReset: true },
      );
    }, typingMs);
    return () => clearTimeout(timer);
  }, [typed, searched, setSearch]);

  return (
    <TextInput
      size="xs"
      className={classes.search}
      aria-label={t("files.search")}
      placeholder={t("files.search")}
      leftSection={<IconSearch size={14} />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
