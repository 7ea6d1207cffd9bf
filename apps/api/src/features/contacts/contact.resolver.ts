import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { Allow } from "../../platform/security/authorize.js";
import { Contact } from "./contact.entity.js";
import { CreateContactInput, UpdateContactInput } from "./contact.input.js";
import { createContact, deleteContact, restoreContact, updateContact } from "./contact.service.js";

@ObjectType({ description: "The person as it is after the change." })
class ContactPayload {
  @Field(() => Contact, { description: "The changed record." })
  contact!: Contact;
}

/** Writing the people of customers. */
@Resolver(() => Contact)
export class ContactResolver {
  @Allow("contacts:write")
  @Mutation(() => ContactPayload, { description: "Makes a person at a customer." })
  async createContact(
    @Arg("input", () => CreateContactInput) input: CreateContactInput,
    @Ctx() context: Context,
  ): Promise<ContactPayload> {
    return { contact: await createContact(context, input) };
  }

  @Allow("contacts:write")
  @Mutation(() => ContactPayload, {
    description: "Changes the given fields of a person; a stale version gets CONFLICT.",
  })
  async updateContact(
    @Arg("input", () => UpdateContactInput) input: UpdateContactInput,
    @Ctx() context: Context,
  ): Promise<ContactPayload> {
    return { contact: await updateContact(context, input) };
  }

  @Allow("contacts:write")
  @Mutation(() => ContactPayload, { description: "Puts a person into the trash for 30 days." })
  async deleteContact(
    @Arg("input", () => DeleteInput) input: DeleteInput,
    @Ctx() context: Context,
  ): Promise<ContactPayload> {
    return { contact: await deleteContact(context, input) };
  }

  @Allow("contacts:write")
  @Mutation(() => ContactPayload, { description: "Brings a person back from the trash." })
  async restoreContact(
    @Arg("input", () => RestoreInput) input: RestoreInput,
    @Ctx() context: Context,
  ): Promise<ContactPayload> {
    return { contact: await restoreContact(context, input) };
  }
}
