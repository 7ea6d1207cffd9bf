import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { Allow } from "../../platform/doors/authorize.js";
import { Asked, type AskedOf, Needs } from "../../platform/graph/lookAhead.js";
import { FirstParts } from "../../platform/records/parts.js";
import { Customer } from "../customers/customer.entity.js";
import { customerOf } from "../customers/customer.loaders.js";
import { Contact } from "./contact.entity.js";
import { contactsByCustomer } from "./contact.loaders.js";

/** A customer's people. */
@Resolver(() => Customer)
export class CustomerContacts {
  @Needs()
  @Allow("contacts:read")
  @FieldResolver(() => [Contact], {
    description: "The people there, whom to ask first at the front.",
  })
  contacts(
    @Root() customer: Customer,
    @FirstParts() first: number,
    @Asked() asked: AskedOf<Contact>,
    @Ctx() context: Context,
  ): Promise<Contact[]> {
    return context.load(contactsByCustomer, customer.id, { first, asked });
  }
}

/** A person's customer. */
@Resolver(() => Contact)
export class ContactEdges {
  @Needs<Contact>("customerId")
  @Allow("customers:read")
  @FieldResolver(() => Customer, { description: "Where the person is." })
  customer(
    @Root() contact: Contact,
    @Asked() asked: AskedOf<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return customerOf(context, contact.customerId, asked);
  }
}
