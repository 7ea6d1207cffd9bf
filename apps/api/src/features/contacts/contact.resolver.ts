import { Arg, Args, Ctx, Field, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import type { Connection } from "../../platform/lists/connection.js";
import { type SelectedColumns, Selection } from "../../platform/performance/lookAhead.js";
import { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { Allow } from "../../platform/security/authorize.js";
import { AcrossCustomersArgs, pageAcrossCustomers } from "../customers/list/acrossCustomers.js";
import { ContactConnection } from "./contact.edges.js";
import { Contact } from "./contact.entity.js";
import { CreateContactInput, UpdateContactInput } from "./contact.input.js";
import { contactList } from "./contact.list.js";
import { createContact, deleteContact, restoreContact, updateContact } from "./contact.service.js";
import { ContactsArgs } from "./contactList.input.js";

@ObjectType({ description: "The person as it is after the change." })
class ContactPayload {
  @Field(() => Contact, { description: "The changed record." })
  contact!: Contact;
}

/** Writing the people of customers. */
@Resolver(() => Contact)
export class ContactResolver {
  @Allow("contacts:read")
  @Query(() => ContactConnection, { description: "The people at all customers but archived ones." })
  contacts(
    @Args(() => ContactsArgs) args: ContactsArgs,
    @Args(() => AcrossCustomersArgs) across: AcrossCustomersArgs,
    @Selection() selection: SelectedColumns<Contact>,
    @Ctx() context: Context,
  ): Promise<Connection<Contact>> {
    return pageAcrossCustomers(contactList, { ...args, selection }, across, context);
  }

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
