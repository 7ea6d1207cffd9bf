import { AccountsPage } from "./AccountsPage.js";

/** What customers owe. */
export const Component = () => <AccountsPage side="receivables" />;
