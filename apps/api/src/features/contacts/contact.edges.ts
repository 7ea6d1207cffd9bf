import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { connectionOf } from "../../platform/lists/connection.js";
import {
  DependsOn,
  type SelectedColumns,
  Selection,
} from "../../platform/performance/lookAhead.js";
import { FirstParts } from "../../platform/records/parts.js";
import { Allow } from "../../platform/security/authorize.js";
import { Customer } from "../customers/customer.entity.js";
import { customerOf } from "../customers/customer.loaders.js";
import { Contact } from "./contact.entity.js";
import { contactsByCustomer } from "./contact.loaders.js";

/** One page of people. */
export const ContactConnection = connectionOf(Contact);

/** A customer's people. */
@Resolver(() => Customer)
export class CustomerContacts {
  @DependsOn()
  @Allow("contacts:read")
  @FieldResolver(() => [Contact], {
    description: "The people there, whom to ask first at the front.",
  })
  contacts(
    @Root() customer: Customer,
    @FirstParts() first: number,
    @Selection() selection: SelectedColumns<Contact>,
    @Ctx() context: Context,
  ): Promise<Contact[]> {
    return context.load(contactsByCustomer, customer.id, { first, selection });
  }
}

/** A person's customer. */
@Resolver(() => Contact)
export class ContactEdges {
  @DependsOn<Contact>("customerId")
  @Allow("customers:read")
  @FieldResolver(() => Customer, { description: "Where the person is." })
  customer(
    @Root() contact: Contact,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return customerOf(context, contact.customerId, selection);
  }
}
