import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { Allow } from "../../platform/security/authorize.js";
import { OrganisationSettings } from "./organisation.entity.js";
import { UpdateOrganisationInput } from "./organisation.input.js";
import { organisationSettings, updateOrganisation } from "./organisation.service.js";

@ObjectType({ description: "The settings as they are now." })
class UpdateOrganisationPayload {
  @Field(() => OrganisationSettings, { description: "The settings." })
  organisation!: OrganisationSettings;
}

/** What an admin sets for everyone. */
@Resolver()
export class OrganisationResolver {
  @Allow("settings:read")
  @Query(() => OrganisationSettings, {
    description: "What an admin set for everyone; `viewer` says what holds.",
  })
  organisation(@Ctx() context: Context): Promise<OrganisationSettings> {
    return organisationSettings(context);
  }

  @Allow("settings:write")
  @Mutation(() => UpdateOrganisationPayload, {
    description: "Changes the settings of everyone; requests that begin afterwards go by them.",
  })
  async updateOrganisation(
    @Arg("input", () => UpdateOrganisationInput) input: UpdateOrganisationInput,
    @Ctx() context: Context,
  ): Promise<UpdateOrganisationPayload> {
    return { organisation: await updateOrganisation(context, input) };
  }
}
