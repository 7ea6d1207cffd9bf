import type { ActivityTimelineQuery } from "../../gql/graphql.js";

type CustomerAnswer = NonNullable<ActivityTimelineQuery["customer"]>;

/** A history entry, with the fields that the timeline selects. */
export type ActivityEntry = CustomerAnswer["activity"]["edges"][number]["node"];
