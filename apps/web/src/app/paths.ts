/** Every URL of the app. A link is made here and nowhere else. */
export const paths = {
  home: "/",
  /** Sign-in; comes back to the page asked for. */
  signIn: (returnTo?: string) =>
    returnTo && returnTo !== "/" ? `/sign-in?to=${encodeURIComponent(returnTo)}` : "/sign-in",
  /** Makes the first admin; the token is in the link that the server printed. */
  welcome: "/welcome",
  customers: "/customers",
  /** The list with the drawer for a new customer open over it. */
  newCustomer: "/customers/new",
  customer: (id: string, tab?: string) =>
    tab ? `/customers/${id}/${tab}` : `/customers/${id}/overview`,
  imports: "/imports",
  import: (id: string) => `/imports/${id}`,
  graphiql: "/graphiql",
  developers: "/developers",
  settings: (section?: string) => (section ? `/settings/${section}` : "/settings"),
} as const;

/** The page to go to after sign-in: only a path of this app, so that no link can lead elsewhere. */
export function safeReturnPath(asked: string | null): string {
  if (!asked?.startsWith("/") || /^\/[/\\]/.test(asked)) return paths.home;
  return asked.startsWith("/sign-in") ? paths.home : asked;
}
