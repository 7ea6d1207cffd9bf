import type { ProjectStatus } from "@clientela/shared/records/enums";
import { ArgsType, Field, InputType } from "type-graphql";
import { FilterGroups, Grouped } from "../../platform/lists/filterGroups.js";
import type { ListArgs, SortOrder } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { registerOrder } from "../../platform/types/orders.js";
import { OrderDirection, PageArgs } from "../../platform/types/page.input.js";
import { ProjectStatusEnum } from "./project.entity.js";

const FIELDS = {
  NAME: "projects:read",
  CREATED_AT: "projects:read",
  UPDATED_AT: "projects:read",
  STARTS_ON: "projects:read",
  DUE_ON: "projects:read",
} as const;

/** What projects can be sorted by. */
export type ProjectOrderField = keyof typeof FIELDS;

const ProjectOrderFieldEnum = registerOrder(
  "ProjectOrderField",
  FIELDS,
  "What projects can be sorted by; those without the date come last.",
);

/** Which projects a list holds; all conditions must hold. */
@InputType({ description: "Which projects a list holds; all conditions must hold." })
@Grouped()
export class ProjectFilter extends FilterGroups<ProjectFilter> {
  @Allow("projects:read")
  @Field(() => [ProjectStatusEnum], { nullable: true, description: "In any of these stages." })
  status?: ProjectStatus[] | null;

  @Allow("projects:read")
  @Field(() => String, {
    nullable: true,
    description: "Words that must occur in the name; accents and case do not matter.",
  })
  search?: string | null;
}

/** How projects are sorted. */
@InputType({ description: "How projects are sorted." })
export class ProjectOrder implements SortOrder<ProjectOrderField> {
  @Field(() => ProjectOrderFieldEnum, { description: "By what." })
  field!: ProjectOrderField;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.ASC,
    description: "Which end comes first.",
  })
  direction!: OrderDirection;
}

/** The parameters of a list of projects. */
@ArgsType()
export class ProjectsArgs extends PageArgs implements ListArgs<ProjectFilter, ProjectOrderField> {
  @Field(() => ProjectFilter, { nullable: true, description: "Which projects; all unless given." })
  filter?: ProjectFilter | null;

  @Field(() => ProjectOrder, { nullable: true, description: "The newest first unless given." })
  orderBy?: ProjectOrder | null;
}
