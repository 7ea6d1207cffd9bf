import { AccountsPage } from "./AccountsPage.js";

/** What is owed to customers. */
export const Component = () => <AccountsPage side="payables" />;
