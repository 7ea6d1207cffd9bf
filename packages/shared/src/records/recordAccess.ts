import type { Permission } from "./roles.js";

/** What concerns all customers at once, and so is not for people who see some of them only. */
export const NEED_ALL_CUSTOMERS: readonly Permission[] = [
  "customers:erase",
  "users:write",
  "webhooks:read",
  "webhooks:write",
  "settings:write",
];
