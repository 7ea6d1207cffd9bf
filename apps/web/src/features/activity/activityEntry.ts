import type { ActivityTimelineQuery } from "../../gql/graphql.js";

type TimelineCustomer = NonNullable<ActivityTimelineQuery["customer"]>;

/** A history entry, with the fields that the timeline selects. */
export type ActivityEntry = TimelineCustomer["activity"]["edges"][number]["node"];
