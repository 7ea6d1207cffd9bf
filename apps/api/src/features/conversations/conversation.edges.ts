import { MAX_PARTICIPANTS } from "@clientela/shared/conversations/conversationFields";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { type Connection, connectionOf } from "../../platform/lists/connection.js";
import {
  DependsOn,
  type SelectedColumns,
  Selection,
} from "../../platform/performance/lookAhead.js";
import { Allow } from "../../platform/security/authorize.js";
import { User } from "../accounts/user.entity.js";
import { userById } from "../accounts/user.loaders.js";
import { Contact } from "../contacts/contact.entity.js";
import { contactById } from "../contacts/contact.loaders.js";
import { Customer } from "../customers/customer.entity.js";
import { customerOf } from "../customers/customer.loaders.js";
import { Conversation } from "./conversation.entity.js";
import { conversationsByCustomer } from "./conversation.list.js";
import { ConversationsArgs } from "./conversationList.input.js";

const ConversationConnection = connectionOf(Conversation);

const LAST = { first: 1 } satisfies ConversationsArgs;

/** From a customer to its conversations. */
@Resolver(() => Customer)
export class CustomerConversations {
  @DependsOn()
  @Allow("activity:read")
  @FieldResolver(() => ConversationConnection, {
    description: "The calls, meetings, e-mails and messages with the customer, the latest first.",
  })
  conversations(
    @Root() customer: Customer,
    @Args(() => ConversationsArgs) args: ConversationsArgs,
    @Selection() selection: SelectedColumns<Conversation>,
    @Ctx() context: Context,
  ): Promise<Connection<Conversation>> {
    return context.load(conversationsByCustomer, customer.id, { ...args, selection });
  }

  @DependsOn()
  @Allow("activity:read")
  @FieldResolver(() => Conversation, {
    nullable: true,
    description: "The latest conversation with the customer; null where there was none.",
  })
  async lastConversation(
    @Root() customer: Customer,
    @Selection() selection: SelectedColumns<Conversation>,
    @Ctx() context: Context,
  ): Promise<Conversation | null> {
    const { nodes } = await context.load(conversationsByCustomer, customer.id, {
      ...LAST,
      selection,
    });
    return nodes[0] ?? null;
  }
}

/** From a conversation to its customer and to people. */
@Resolver(() => Conversation)
export class ConversationEdges {
  @DependsOn<Conversation>("customerId")
  @Allow("customers:read")
  @FieldResolver(() => Customer, { description: "With which customer." })
  customer(
    @Root() conversation: Conversation,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return customerOf(context, conversation.customerId, selection);
  }

  @AtMost(MAX_PARTICIPANTS)
  @DependsOn<Conversation>("contactIds")
  @Allow("contacts:read")
  @FieldResolver(() => [Contact], {
    description: "The people of the customer who took part and are still there.",
  })
  async contacts(
    @Root() conversation: Conversation,
    @Selection() selection: SelectedColumns<Contact>,
    @Ctx() context: Context,
  ): Promise<Contact[]> {
    const contacts = await Promise.all(
      conversation.contactIds.map((id) => context.load(contactById, id, selection)),
    );
    return contacts.filter((contact) => contact !== null);
  }

  @DependsOn<Conversation>("createdById")
  @Allow("activity:read")
  @FieldResolver(() => User, {
    nullable: true,
    description: "Who logged it; null where a program did.",
  })
  createdBy(
    @Root() conversation: Conversation,
    @Ctx() context: Context,
  ): Promise<User | null> | null {
    const { createdById } = conversation;
    return createdById === null ? null : context.load(userById, createdById);
  }
}
