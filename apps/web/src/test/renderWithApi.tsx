import { ApolloClient, InMemoryCache } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import type { Role } from "@clientela/shared/records/roles";
import { act } from "@testing-library/react";
import type { ReactNode } from "react";
import { possibleTypes } from "../gql/possibleTypes.js";
import { type Viewer, ViewerContext } from "../session/viewer.js";
import { type Answer, answering } from "./answering.js";
import { renderApp } from "./renderApp.js";
import { viewerAs } from "./viewers.js";

interface ApiOptions {
  role?: Role;
  /** What differs from a person with the preset of `role`. */
  viewer?: Partial<Viewer>;
  path?: string;
  /** What the API answers to each operation, by its name. */
  answers?: readonly (readonly [name: string, answer: Answer])[];
}

/** Renders a component for a person who is signed in, with an API that gives the answers. */
export async function renderWithApi(children: ReactNode, options: ApiOptions = {}) {
  const { role = "admin", viewer, path, answers = [] } = options;
  const api = answering(...answers);
  // As in the app: two queries of the viewer would forget each other's fields, and be sent again without end.
  const client = new ApolloClient({
    cache: new InMemoryCache({ possibleTypes, typePolicies: { Viewer: { merge: true } } }),
    link: api.link,
  });
  // The first answers come before anything is looked for.
  await act(async () => {
    await renderApp(
      <ApolloProvider client={client}>
        <ViewerContext value={{ ...viewerAs(role), ...viewer }}>{children}</ViewerContext>
      </ApolloProvider>,
      { path },
    );
    await new Promise((resolve) => setTimeout(resolve));
  });
  return { ...api, client };
}
