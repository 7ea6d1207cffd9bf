import { createBrowserRouter, Outlet, redirect } from "react-router";
import { ProfilePrefetchContext } from "../features/customers/profilePrefetch.js";
import { preferredLanguage } from "../i18n/language.js";
import { activateAll } from "../locales/loadMessages.js";
import { paths } from "../paths.js";
import { BrokenPage } from "./entry/BrokenPage.js";
import { pages, prefetchProfile } from "./pages.js";

const Blank = () => null;

const Page = () => (
  <ProfilePrefetchContext value={prefetchProfile}>
    <Outlet />
  </ProfilePrefetchContext>
);

/** All routes; each page's code comes when it is first opened. */
export function makeRouter() {
  return createBrowserRouter([
    {
      Component: Outlet,
      ErrorBoundary: BrokenPage,
      HydrateFallback: Blank,
      children: [
        { path: "/sign-in", lazy: () => import("./entry/sign-in/SignInPage.js") },
        { path: paths.welcome, lazy: () => import("./entry/WelcomePage.js") },
        { path: paths.join, lazy: () => import("./entry/JoinPage.js") },
        {
          id: "frame",
          lazy: () => import("./shell/ShellRoute.js"),
          loader: async () => {
            await activateAll(preferredLanguage());
            return null;
          },
          shouldRevalidate: () => false,
          children: [
            { index: true, path: "/", loader: () => redirect(paths.customers) },
            {
              Component: Page,
              ErrorBoundary: BrokenPage,
              children: [...pages, { path: "*", lazy: () => import("./entry/NotFoundPage.js") }],
            },
          ],
        },
      ],
    },
  ]);
}
