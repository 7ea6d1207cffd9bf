import { I18nProvider } from "@lingui/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { watchCodeFailures } from "./app/codeFailures.js";
import { makeRouter } from "./app/router.js";
import { i18n } from "./i18n/i18n.js";
import { preferredLanguage } from "./i18n/language.js";
import { activateEntry } from "./locales/loadMessages.js";
import { AppTheme } from "./ui/AppTheme.js";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

watchCodeFailures();
const router = makeRouter();
await activateEntry(preferredLanguage());

createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <AppTheme>
        <RouterProvider router={router} />
      </AppTheme>
    </I18nProvider>
  </StrictMode>,
);
