import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { Allow } from "../../platform/security/authorize.js";
import { Activity } from "../activity/activity.entity.js";
import { Note } from "./note.entity.js";
import { AddNoteInput, PinNoteInput, UpdateNoteInput } from "./note.input.js";
import {
  type AddedNote,
  addNote,
  deleteNote,
  pinNote,
  restoreNote,
  updateNote,
} from "./note.service.js";

@ObjectType({ description: "The note as it is after the change." })
class NotePayload {
  @Field(() => Note, { description: "The changed record." })
  note!: Note;
}

@ObjectType({ description: "The new note, and its entry in the history." })
class ActivityPayload implements AddedNote {
  @Field(() => Activity, { description: "The new entry." })
  activity!: Activity;

  @Field(() => Note, { description: "The new note." })
  note!: Note;
}

/** Writing notes. */
@Resolver(() => Note)
export class NoteResolver {
  @Allow("activity:write")
  @Mutation(() => ActivityPayload, {
    description: "Writes a note about a customer, and says so in the customer's history.",
  })
  addNote(
    @Arg("input", () => AddNoteInput) input: AddNoteInput,
    @Ctx() context: Context,
  ): Promise<ActivityPayload> {
    return addNote(context, input);
  }

  @Allow("activity:write")
  @Mutation(() => NotePayload, {
    description: "Changes the given fields of a note; a stale version gets CONFLICT.",
  })
  async updateNote(
    @Arg("input", () => UpdateNoteInput) input: UpdateNoteInput,
    @Ctx() context: Context,
  ): Promise<NotePayload> {
    return { note: await updateNote(context, input) };
  }

  @Allow("activity:write")
  @Mutation(() => NotePayload, {
    description: "Pins a note to the top of its customer, or unpins it.",
  })
  async pinNote(
    @Arg("input", () => PinNoteInput) input: PinNoteInput,
    @Ctx() context: Context,
  ): Promise<NotePayload> {
    return { note: await pinNote(context, input) };
  }

  @Allow("activity:write")
  @Mutation(() => NotePayload, { description: "Puts a note into the trash for 30 days." })
  async deleteNote(
    @Arg("input", () => DeleteInput) input: DeleteInput,
    @Ctx() context: Context,
  ): Promise<NotePayload> {
    return { note: await deleteNote(context, input) };
  }

  @Allow("activity:write")
  @Mutation(() => NotePayload, { description: "Takes a note out of the trash." })
  async restoreNote(
    @Arg("input", () => RestoreInput) input: RestoreInput,
    @Ctx() context: Context,
  ): Promise<NotePayload> {
    return { note: await restoreNote(context, input) };
  }
}
