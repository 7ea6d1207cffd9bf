import type { RecordType } from "@clientela/shared/records/recordActions";
import { Field, ObjectType } from "type-graphql";
import { AtMost } from "../../platform/graph/cost/listSize.js";

/** How many results a search returns at the most. */
export const MAX_RESULTS = 50;

/** A record that a search found. */
@ObjectType({ description: "A record that a search found." })
export class SearchResult {
  id!: string;
  recordType!: RecordType;
  customerId!: string;

  @Field(() => String, { description: "What people call it: a name, a title or a number." })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Another of its texts that contains the search, such as an e-mail address; null where only the title does.",
  })
  excerpt!: string | null;
}

/** What a search found. */
@ObjectType({ description: "What a search found." })
export class SearchResults {
  @AtMost(MAX_RESULTS)
  @Field(() => [SearchResult], {
    description:
      "The best first: what the text names exactly, then what begins with it, then what has a word that does, then what contains it.",
  })
  nodes!: SearchResult[];
}
