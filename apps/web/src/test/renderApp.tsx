import { I18nProvider } from "@lingui/react";
import { act, type RenderResult, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { createMemoryRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { i18n } from "../i18n/i18n.js";
import type { Language } from "../i18n/language.js";
import { type Area, areas } from "../locales/areas.js";
import { activateAll, withMessages } from "../locales/loadMessages.js";
import { AppTheme } from "../ui/AppTheme.js";

interface RenderOptions {
  language?: Language;
  /** The URL that the component believes to be at. */
  path?: string;
}

const isArea = (name: string): name is Area => Object.hasOwn(areas, name);
const everyArea = Object.keys(areas).filter(isArea);

/** Renders a component with what it finds in the app: theme, language and router, without motion. */
export async function renderApp(
  children: ReactNode,
  { language = "en", path = "/" }: RenderOptions = {},
): Promise<RenderResult> {
  await act(async () => {
    await activateAll(language);
    await withMessages(everyArea, async () => undefined)();
  });
  const router = createMemoryRouter([{ path: "*", element: children }], { initialEntries: [path] });
  return render(
    <I18nProvider i18n={i18n}>
      <AppTheme env="test">
        <RouterProvider router={router} />
      </AppTheme>
    </I18nProvider>,
  );
}
