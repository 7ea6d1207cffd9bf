import { I18nProvider } from "@lingui/react";
import { act, render, screen } from "@testing-library/react";
import { createMemoryRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { i18n } from "../../i18n/i18n.js";
import { activateAll } from "../../locales/loadMessages.js";
import { AppTheme } from "../../ui/AppTheme.js";
import { watchCodeFailures } from "../codeFailures.js";
import { BrokenPage } from "./BrokenPage.js";

const Blank = () => null;

test("code that did not come is no fault of the page, and is said in the person's language", async () => {
  watchCodeFailures();
  const failure = new TypeError("Failed to fetch dynamically imported module: /assets/Work.js");
  window.dispatchEvent(Object.assign(new Event("vite:preloadError"), { payload: failure }));
  await act(() => activateAll("pt-BR"));
  const router = createMemoryRouter([
    {
      path: "*",
      ErrorBoundary: BrokenPage,
      lazy: () => Promise.reject(failure),
      HydrateFallback: Blank,
    },
  ]);
  render(
    <I18nProvider i18n={i18n}>
      <AppTheme env="test">
        <RouterProvider router={router} />
      </AppTheme>
    </I18nProvider>,
  );
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("Não foi possível carregar esta página");
  expect(alert).toHaveTextContent("Ela abre sozinha quando a conexão voltar.");
  expect(alert).not.toHaveTextContent(/Failed/);
});
