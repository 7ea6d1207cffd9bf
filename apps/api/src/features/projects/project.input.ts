import type { ProjectStatus } from "@clientela/shared/records/enums";
import { Field, ID, InputType, Int } from "type-graphql";
import { type ExternalIdInput, NewExternalIds } from "../../platform/records/externalId.type.js";
import { DateScalar } from "../../platform/types/scalars.js";
import {
  type CustomerReferenceInput,
  ItemCustomer,
  ItemExternalId,
} from "../upserts/upsertItem.input.js";
import { ProjectStatusEnum } from "./project.entity.js";

@InputType()
class ProjectFields {
  @Field(() => String, { nullable: true, description: "What it is about." })
  description?: string | null;

  @Field(() => ProjectStatusEnum, {
    nullable: true,
    description: "Where it stands; a new one is ACTIVE unless given.",
  })
  status?: ProjectStatus | null;

  @Field(() => DateScalar, { nullable: true, description: "The first day of work." })
  startsOn?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day when it should be done, not before its start.",
  })
  dueOn?: string | null;

  @Field(() => Int, { nullable: true, description: "How many minutes of work it may take." })
  budgetMinutes?: number | null;
}

/** A new project of a customer. */
@InputType({ description: "A new project of a customer." })
export class CreateProjectInput extends ProjectFields {
  @NewExternalIds()
  externalIds?: ExternalIdInput[] | null;

  @Field(() => ID, { description: "For which customer." })
  customerId!: string;

  @Field(() => String, { description: "What it is called." })
  name!: string;
}

/** The fields of a project to change; what is left out stays, null clears. */
@InputType({
  description: "The fields of a project to change; what is left out stays, null clears.",
})
export class UpdateProjectInput extends ProjectFields {
  @Field(() => ID, { description: "Which project." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; another one gets CONFLICT." })
  version!: number;

  @Field(() => String, { nullable: true, description: "What it is called." })
  name?: string | null;
}

/** A project as another system has it. */
@InputType({ description: "A project of a customer as another system has it." })
export class UpsertProjectItem extends ProjectFields {
  @ItemExternalId()
  externalId!: string;

  @ItemCustomer()
  customer?: CustomerReferenceInput | null;

  @Field(() => String, {
    nullable: true,
    description: "What it is called; required for a new one.",
  })
  name?: string | null;
}
