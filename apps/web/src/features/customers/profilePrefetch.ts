import type { ApolloClient } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { createContext, use } from "react";
import { type PermissionSet, useViewer } from "../../session/viewer.js";

/** Loads the code and the data of a profile before it is opened. */
export type ProfilePrefetch = (
  client: ApolloClient,
  id: string,
  permissions: PermissionSet,
) => Promise<unknown>;

/** Provided by the app, which knows the profile's page; without it nothing is loaded early. */
export const ProfilePrefetchContext = createContext<ProfilePrefetch>(async () => undefined);

/** Starts to load a customer's profile. What fails here fails again, and visibly, when the profile is opened. */
export function useProfilePrefetch(): (id: string) => void {
  const client = useApolloClient();
  const { permissions } = useViewer();
  const prefetch = use(ProfilePrefetchContext);
  return (id) => {
    prefetch(client, id, permissions).catch(() => undefined);
  };
}
