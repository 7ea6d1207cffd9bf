import { useEffect, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { EntryCard } from "./EntryCard.js";
import { FirstAdminForm } from "./FirstAdminForm.js";
import { StartChoice } from "./StartChoice.js";

/** The first start: creates the first admin with the one-time link, then asks how to begin. */
export function Component() {
  const t = useT();
  const [search] = useSearchParams();
  const token = search.get("token");
  const [made, setMade] = useState(false);

  useEffect(() => {
    document.title = `${t("entry.welcome")} · Clientela`;
  }, [t]);

  if (made) {
    return (
      <EntryCard title={t("entry.start")}>
        <StartChoice />
      </EntryCard>
    );
  }
  if (!token) {
    return (
      <EntryCard title={t("entry.welcome")} hint={t("entry.tokenMissing")}>
        <Link to={paths.signIn()}>{t("entry.signIn")}</Link>
      </EntryCard>
    );
  }
  return (
    <EntryCard title={t("entry.welcome")} hint={t("entry.firstAdmin")}>
      <FirstAdminForm token={token} onMade={() => setMade(true)} />
    </EntryCard>
  );
}
