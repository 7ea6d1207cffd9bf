import type { RouteObject } from "react-router";
import type { ProfilePrefetch } from "../features/customers/profilePrefetch.js";
import { withMessages } from "../locales/loadMessages.js";
import { onlyFor } from "./onlyFor.js";

// What only a profile says comes with it.
const profilePage = withMessages(["profile", "issues"], () => import("./profile/ProfilePage.js"));

/** Loads what the profile of a customer shows first. */
export const prefetchProfile: ProfilePrefetch = async (...profile) =>
  (await profilePage()).prefetch(...profile);

/**
 * The register of pages inside the frame: one line per page. A page module exports `Component`.
 * The paths are those of `paths.ts`, without their leading slash.
 */
export const pages: RouteObject[] = [
  { path: "customers", lazy: () => import("../features/customers/CustomersPage.js") },
  {
    path: "customers/duplicates",
    lazy: withMessages(
      "duplicates",
      () => import("../features/customers/duplicates/DuplicatesPage.js"),
    ),
  },
  onlyFor("customers:read", [
    {
      path: "customers/trash",
      lazy: withMessages(
        "trash",
        withMessages("profile", () => import("./trash/TrashPage.js")),
      ),
    },
  ]),
  {
    path: "work",
    lazy: withMessages(["work", "inbox", "issues", "profile"], () => import("./work/WorkPage.js")),
  },
  {
    path: "search",
    lazy: withMessages(["search", "trash", "profile"], () => import("./search/SearchPage.js")),
  },
  {
    path: "graphiql",
    lazy: withMessages("developers", () => import("../features/developers/PlaygroundPage.js")),
  },
  {
    path: "developers",
    lazy: withMessages("developers", () => import("../features/developers/DevelopersPage.js")),
  },
  {
    path: "settings",
    lazy: withMessages("settings", () => import("../features/settings/OrganisationPage.js")),
  },
  {
    path: "settings/people",
    lazy: withMessages(
      ["settings", "peopleSettings", "keySettings", "profile"],
      () => import("../features/settings/people/PeoplePage.js"),
    ),
  },
  {
    path: "settings/keys",
    lazy: withMessages(
      ["settings", "keySettings", "profile"],
      () => import("../features/settings/keys/KeysPage.js"),
    ),
  },
  onlyFor("webhooks:read", [
    {
      path: "settings/webhooks",
      lazy: withMessages(
        ["settings", "webhooks"],
        () => import("../features/settings/webhooks/WebhooksPage.js"),
      ),
    },
  ]),
  onlyFor("settings:write", [
    {
      path: "settings/operations",
      lazy: withMessages(
        ["settings", "operations"],
        () => import("../features/settings/operations/OperationsPage.js"),
      ),
    },
  ]),
  {
    path: "settings/account",
    lazy: withMessages(
      ["settings", "keySettings"],
      () => import("../features/settings/account/AccountPage.js"),
    ),
  },
  { path: "customers/:id/:tab?", lazy: profilePage },
  onlyFor("deals:read", [
    {
      path: "deals",
      lazy: withMessages(["profile", "issues"], () => import("../features/deals/DealsPage.js")),
    },
  ]),
  onlyFor("invoices:read", [
    {
      path: "invoices",
      lazy: withMessages(
        ["profile", "issues"],
        () => import("../features/invoices/InvoicesPage.js"),
      ),
    },
    {
      path: "receivables",
      lazy: withMessages(
        ["receivables", "profile", "issues"],
        () => import("../features/payments/receivables/ReceivablesPage.js"),
      ),
    },
    {
      path: "payables",
      lazy: withMessages(
        ["receivables", "profile", "issues"],
        () => import("../features/payments/receivables/PayablesPage.js"),
      ),
    },
  ]),
  onlyFor("exports:read", [
    {
      path: "past-exports",
      lazy: withMessages(
        ["exports", "profile"],
        () => import("../features/customers/export/ExportsPage.js"),
      ),
    },
  ]),
  onlyFor("imports:read", [
    {
      path: "imports",
      lazy: withMessages(
        ["imports", "profile"],
        () => import("../features/imports/ImportsPage.js"),
      ),
    },
    {
      path: "imports/:id",
      lazy: withMessages(
        ["duplicates", "imports", "profile"],
        () => import("../features/imports/ImportPage.js"),
      ),
    },
  ]),
  onlyFor("imports:write", [
    {
      path: "imports/new",
      lazy: withMessages(
        ["imports", "profile"],
        () => import("../features/imports/NewImportPage.js"),
      ),
    },
  ]),
];
