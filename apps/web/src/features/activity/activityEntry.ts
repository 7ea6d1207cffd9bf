import type { ActivityTimelineQuery } from "../../gql/graphql.js";

type CustomerAnswer = NonNullable<ActivityTimelineQuery["customer"]>;

/** One thing that was done, as the timeline asks for it. */
export type ActivityEntry = CustomerAnswer["activity"]["edges"][number]["node"];
