import { useQuery } from "@apollo/client/react";
import { type ReactNode, useEffect, useMemo } from "react";
import { graphql } from "../gql/gql.js";
import type { ViewerGateQuery } from "../gql/graphql.js";
import { paths } from "../paths.js";
import { claimBrowser, whenSignedOutElsewhere } from "./leftovers.js";
import { type Viewer, ViewerContext } from "./viewer.js";

const query = graphql(`
  query ViewerGate {
    viewer {
      user {
        id
      }
      kind
      name
      email
      role
      accessRole {
        id
        name
        isPreset
      }
      permissions
      today
      timeZone
      currency
    }
  }
`);

interface ViewerGateProps {
  children: ReactNode;
  /** Stands while the viewer loads. */
  loading: ReactNode;
  /** Stands when they could not be loaded. */
  failed: (error: unknown, retry: () => void) => ReactNode;
}

/** Shows what is inside once it is known who is signed in. */
export function ViewerGate({ children, loading, failed }: ViewerGateProps) {
  const { data, error, refetch } = useQuery(query, { fetchPolicy: "cache-first" });
  // Before anything inside looks at what the browser keeps.
  const viewer = useMemo(() => {
    if (!data) return null;
    const found = toViewer(data.viewer);
    if (found.id !== null) claimBrowser(found.id);
    return found;
  }, [data]);
  useEffect(() => whenSignedOutElsewhere(() => location.replace(paths.signIn())), []);
  if (viewer) return <ViewerContext value={viewer}>{children}</ViewerContext>;
  if (error) return failed(error, () => void refetch());
  return loading;
}

function toViewer(viewer: ViewerGateQuery["viewer"]): Viewer {
  return {
    id: viewer.user?.id ?? null,
    name: viewer.name,
    email: viewer.email ?? null,
    role: viewer.role,
    accessRole: viewer.accessRole ?? null,
    permissions: new Set(viewer.permissions),
    today: viewer.today,
    timeZone: viewer.timeZone,
    currency: viewer.currency,
  };
}
