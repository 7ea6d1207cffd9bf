import { ApolloClient, ApolloLink, InMemoryCache, Observable } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { useLiveProfile } from "./useLiveProfile.js";

test("a change by someone else is loaded once it has settled, the first response is not", async () => {
  jest.useFakeTimers();
  let deliver: (event: string) => void = () => undefined;
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        deliver = (event) => observer.next({ data: { customerChanged: { event, recordId: "r" } } });
      }),
  );
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const refetch = jest.spyOn(client, "refetchQueries").mockReturnValue(
    // Only that it was asked for matters here.
    Object.assign(Promise.resolve([]), { queries: [], results: [] }),
  );
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ApolloProvider client={client}>{children}</ApolloProvider>
  );
  const { unmount } = renderHook(() => useLiveProfile("c1"), { wrapper });
  await act(async () => deliver("started"));
  await act(async () => jest.advanceTimersByTime(1_000));
  expect(refetch).not.toHaveBeenCalled();
  await act(async () => {
    deliver("task.updated");
    deliver("customer.updated");
  });
  await act(async () => jest.advanceTimersByTime(1_000));
  expect(refetch).toHaveBeenCalledTimes(1);
  unmount();
  jest.useRealTimers();
});
