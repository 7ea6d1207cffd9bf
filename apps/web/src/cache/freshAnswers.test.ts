import { ApolloClient, ApolloLink, gql, InMemoryCache } from "@apollo/client";
import { Subject } from "rxjs";
import { forgetLists } from "./forgetLists.js";
import { freshAnswers } from "./freshAnswers.js";

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

/** A client whose server answers when the test says so. */
function open() {
  const asked: Subject<ApolloLink.Result>[] = [];
  const server = new ApolloLink(() => {
    const answer = new Subject<ApolloLink.Result>();
    asked.push(answer);
    return answer;
  });
  const cache = new InMemoryCache();
  const client = new ApolloClient({ cache, link: ApolloLink.from([freshAnswers, server]) });
  const answer = (place: number, data: object) => {
    asked[place]?.next({ data });
    asked[place]?.complete();
  };
  return { asked, answer, cache, client };
}

describe("answers that a write overtook", () => {
  it("asks once more, so that a list has what was written while it was read", async () => {
    const { asked, answer, cache, client } = open();
    const read = client.query({ query: files });
    forgetLists(cache, "c1", ["files"]);
    answer(0, { fileCount: 1 });
    expect(asked).toHaveLength(2);
    answer(1, { fileCount: 2 });
    expect((await read).data).toEqual({ fileCount: 2 });
    expect(asked).toHaveLength(2);
  });

  it("never sends a write twice", async () => {
    const { asked, answer, cache, client } = open();
    const written = client.mutate({ mutation: addFile });
    await Promise.resolve();
    forgetLists(cache, "c1", ["files"]);
    answer(0, { addFile: true });
    expect((await written).data).toEqual({ addFile: true });
    expect(asked).toHaveLength(1);
  });
});
