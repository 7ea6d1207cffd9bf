import { ApolloClient, ApolloLink, gql, InMemoryCache } from "@apollo/client";
import { Subject } from "rxjs";
import { forgetLists } from "./forgetLists.js";
import { freshResults } from "./freshResults.js";

const files = gql`
  query Files {
    fileCount
  }
`;
const addFile = gql`
  mutation AddFile {
    addFile
  }
`;

/** A client whose server responds when the test says so. */
function open() {
  const sent: Subject<ApolloLink.Result>[] = [];
  const server = new ApolloLink(() => {
    const response = new Subject<ApolloLink.Result>();
    sent.push(response);
    return response;
  });
  const cache = new InMemoryCache();
  const client = new ApolloClient({ cache, link: ApolloLink.from([freshResults, server]) });
  const respond = (place: number, data: object) => {
    sent[place]?.next({ data });
    sent[place]?.complete();
  };
  return { sent, respond, cache, client };
}

describe("a query with a write while it is in flight", () => {
  it("is sent again, so that a list has what was written", async () => {
    const { sent, respond, cache, client } = open();
    const read = client.query({ query: files });
    forgetLists(cache, "c1", ["files"]);
    respond(0, { fileCount: 1 });
    expect(sent).toHaveLength(2);
    respond(1, { fileCount: 2 });
    expect((await read).data).toEqual({ fileCount: 2 });
    expect(sent).toHaveLength(2);
  });

  it("never sends a write twice", async () => {
    const { sent, respond, cache, client } = open();
    const written = client.mutate({ mutation: addFile });
    await Promise.resolve();
    forgetLists(cache, "c1", ["files"]);
    respond(0, { addFile: true });
    expect((await written).data).toEqual({ addFile: true });
    expect(sent).toHaveLength(1);
  });
});
