import { ApolloClient, ApolloLink, gql, InMemoryCache } from "@apollo/client";
import { act, screen } from "@testing-library/react";
import { throwError } from "rxjs";
import { activateAll } from "../locales/loadMessages.js";
import { renderApp } from "../test/renderApp.js";
import { ConnectionFailed, connectionFailures } from "./connection.js";
import { ErrorNote } from "./feedback/ErrorNote.js";

const failing = (failure: unknown) =>
  new ApolloClient({
    cache: new InMemoryCache(),
    link: connectionFailures.concat(new ApolloLink(() => throwError(() => failure))),
  }).query({ query: gql("{ viewer { name } }") });

it.each([
  [true, "O servidor não está respondendo. Tente de novo em instantes."],
  [false, "Não há conexão com a internet."],
])("says in the person's language that no answer came (online: %s)", async (online, message) => {
  await activateAll("pt-BR");
  jest.spyOn(navigator, "onLine", "get").mockReturnValue(online);
  await expect(failing(new TypeError("Failed to fetch"))).rejects.toMatchObject({ message });
  jest.restoreAllMocks();
});

it("leaves other failures as they are", async () => {
  await expect(failing(new Error("of another kind"))).rejects.toThrow("of another kind");
});

it("retries, and removes the notice, when the connection is back", async () => {
  const retry = jest.fn();
  await renderApp(
    <ErrorNote error={new ConnectionFailed(undefined)} onRetry={retry}>
      Not loaded.
    </ErrorNote>,
  );
  expect(screen.getByRole("alert")).toBeInTheDocument();
  act(() => {
    window.dispatchEvent(new Event("online"));
  });
  expect(retry).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

it("keeps what failed for another reason when the connection is back", async () => {
  const retry = jest.fn();
  await renderApp(
    <ErrorNote error={new Error("refused")} onRetry={retry}>
      Not loaded.
    </ErrorNote>,
  );
  act(() => {
    window.dispatchEvent(new Event("online"));
  });
  expect(retry).not.toHaveBeenCalled();
  expect(screen.getByRole("alert")).toBeInTheDocument();
});
