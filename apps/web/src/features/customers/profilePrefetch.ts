import type { ApolloClient } from "@apollo/client";
import type { Permission } from "@clientela/shared/records/roles";

/** Loads the code and the data of a profile before it is opened. */
export type ProfilePrefetch = (
  client: ApolloClient,
  id: string,
  permissions: ReadonlySet<Permission>,
) => Promise<unknown>;

let registered: ProfilePrefetch | undefined;

/** The app, which knows the profile's page, says how; a list must not import it. */
export function setProfilePrefetch(prefetch: ProfilePrefetch): void {
  registered = prefetch;
}

/** Begins to load a profile; what fails here fails again, and visibly, when it is opened. */
export const prefetchProfile: ProfilePrefetch = async (...profile) => {
  try {
    await registered?.(...profile);
  } catch {
    // Nothing was asked for yet.
  }
};
