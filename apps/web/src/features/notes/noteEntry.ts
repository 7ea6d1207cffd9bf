import { graphql } from "../../gql/gql.js";

/** What is shown of a note. */
export const noteEntry = graphql(`
  fragment NoteEntry on Note {
    id
    version
    text
    pinned
    mentions {
      id
      name
    }
  }
`);
