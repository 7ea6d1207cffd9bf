import type { ApolloClient } from "@apollo/client";
import type { PermissionSet } from "../../session/viewer.js";

/** Loads the code and the data of a profile before it is opened. */
export type ProfilePrefetch = (
  client: ApolloClient,
  id: string,
  permissions: PermissionSet,
) => Promise<unknown>;

let registered: ProfilePrefetch | undefined;

/** Set by the app, which knows the profile's page; a list must not import it. */
export function setProfilePrefetch(prefetch: ProfilePrefetch): void {
  registered = prefetch;
}

/** Begins to load a profile; what fails here fails again, and visibly, when it is opened. */
export const prefetchProfile: ProfilePrefetch = async (...profile) => {
  try {
    await registered?.(...profile);
  } catch {
    // Nothing was requested yet.
  }
};
