import { currentLanguage } from "../../i18n/i18n.js";
import { languages, storeLanguage } from "../../i18n/language.js";
import { languageNames } from "../../i18n/languageNames.js";
import { useT } from "../../i18n/useT.js";
import { activateEntry } from "../../locales/loadMessages.js";
import classes from "./LanguageLinks.module.css";

/** The choice of language before sign-in. */
export function LanguageLinks() {
  const t = useT();
  const current = currentLanguage();
  return (
    <nav aria-label={t("entry.language")} className={classes.links}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={classes.link}
          aria-pressed={language === current}
          onClick={() => {
            storeLanguage(language);
            void activateEntry(language);
          }}
        >
          {languageNames[language]}
        </button>
      ))}
    </nav>
  );
}
