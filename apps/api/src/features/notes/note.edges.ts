import { MAX_MENTIONS } from "@clientela/shared/notes/noteFields";
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
import { Customer } from "../customers/customer.entity.js";
import { customerOf } from "../customers/customer.loaders.js";
import { Note } from "./note.entity.js";
import { notesByCustomer } from "./note.list.js";
import { NotesArgs } from "./noteList.input.js";

const NoteConnection = connectionOf(Note);

/** From a customer to its notes; `Customer.notes` is a field of its own. */
@Resolver(() => Customer)
export class CustomerNotes {
  @DependsOn()
  @Allow("activity:read")
  @FieldResolver(() => NoteConnection, {
    description: "What people wrote down about the customer, the newest first.",
  })
  noteEntries(
    @Root() customer: Customer,
    @Args(() => NotesArgs) args: NotesArgs,
    @Selection() selection: SelectedColumns<Note>,
    @Ctx() context: Context,
  ): Promise<Connection<Note>> {
    return context.load(notesByCustomer, customer.id, { ...args, selection });
  }
}

/** From a note to its customer and to people. */
@Resolver(() => Note)
export class NoteEdges {
  @DependsOn<Note>("customerId")
  @Allow("customers:read")
  @FieldResolver(() => Customer, { description: "The customer that it is about." })
  customer(
    @Root() note: Note,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return customerOf(context, note.customerId, selection);
  }

  @DependsOn<Note>("createdById")
  @Allow("activity:read")
  @FieldResolver(() => User, {
    nullable: true,
    description: "Who wrote it; null where a program did.",
  })
  createdBy(@Root() note: Note, @Ctx() context: Context): Promise<User | null> | null {
    return note.createdById === null ? null : context.load(userById, note.createdById);
  }

  @AtMost(MAX_MENTIONS)
  @DependsOn<Note>("mentionIds")
  @Allow("activity:read")
  @FieldResolver(() => [User], { description: "Whom it mentions." })
  async mentions(@Root() note: Note, @Ctx() context: Context): Promise<User[]> {
    const users = await Promise.all(note.mentionIds.map((id) => context.load(userById, id)));
    return users.filter((user) => user !== null);
  }
}
