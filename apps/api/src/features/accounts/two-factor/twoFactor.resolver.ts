import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../../../platform/context.js";
import { Allow, PersonOnly } from "../../../platform/security/authorize.js";
import { hasPassword } from "../people/ownPassword.js";
import { UserIdInput } from "../people/person.input.js";
import { UserPayload } from "../people/userPayload.type.js";
import { User } from "../user.entity.js";
import { Viewer } from "../viewer.resolver.js";
import {
  backupCodesLeft,
  confirmTwoFactor,
  disableTwoFactor,
  hasTwoFactor,
  renewBackupCodes,
  resetTwoFactor,
  startTwoFactor,
} from "./twoFactor.service.js";

@InputType({ description: "The viewer's password, shown once more." })
class CurrentPasswordInput {
  @Field(() => String, { description: "The present one." })
  password!: string;
}

@InputType({ description: "Both of the viewer's factors, shown once more." })
class TwoFactorProofInput {
  @Field(() => String, { description: "The present password." })
  password!: string;

  @Field(() => String, {
    description: "A code of the app, or a backup code, which is used up.",
  })
  code!: string;
}

@InputType({ description: "A first code of the app." })
class ConfirmTwoFactorInput {
  @Field(() => String, { description: "The six digits that the app shows." })
  code!: string;
}

@ObjectType({ description: "What an authenticator app is set up with; shown only here." })
class StartTwoFactorPayload {
  @Field(() => String, { description: "The secret in base 32, to type in." })
  secret!: string;

  @Field(() => String, { description: "The `otpauth:` address, to show as a QR code." })
  uri!: string;
}

@ObjectType({ description: "Backup codes; shown only here." })
class BackupCodesPayload {
  @Field(() => [String], { description: "Ten codes, each for one sign-in without the app." })
  backupCodes!: string[];
}

@ObjectType({ description: "Codes are no longer required." })
class DisableTwoFactorPayload {
  @Field(() => Boolean, { description: "Always true." })
  disabled!: boolean;
}

/** Two-factor authentication: one's own, and for admins whether others use it. */
@Resolver(() => User)
export class TwoFactorResolver {
  @Allow("users:write")
  @FieldResolver(() => Boolean, { description: "Whether the person signs in with a code as well." })
  twoFactor(@Root() user: User, @Ctx() context: Context): Promise<boolean> {
    return context.load(hasTwoFactor, user.id);
  }

  @Allow("signed-in")
  @PersonOnly()
  @Mutation(() => StartTwoFactorPayload, {
    description: "Makes a secret for the viewer's app; it counts after `confirmTwoFactor`.",
  })
  startTwoFactor(
    @Arg("input", () => CurrentPasswordInput) { password }: CurrentPasswordInput,
    @Ctx() context: Context,
  ): Promise<StartTwoFactorPayload> {
    return startTwoFactor(context, password);
  }

  @Allow("signed-in")
  @PersonOnly()
  @Mutation(() => BackupCodesPayload, {
    description:
      "Asks the viewer for codes from now on, after a first one; all other sessions end.",
  })
  async confirmTwoFactor(
    @Arg("input", () => ConfirmTwoFactorInput) { code }: ConfirmTwoFactorInput,
    @Ctx() context: Context,
  ): Promise<BackupCodesPayload> {
    return { backupCodes: await confirmTwoFactor(context, code) };
  }

  @Allow("signed-in")
  @PersonOnly()
  @Mutation(() => BackupCodesPayload, {
    description: "Gives the viewer ten new backup codes; those before stop working.",
  })
  async renewBackupCodes(
    @Arg("input", () => TwoFactorProofInput) input: TwoFactorProofInput,
    @Ctx() context: Context,
  ): Promise<BackupCodesPayload> {
    return { backupCodes: await renewBackupCodes(context, input) };
  }

  @Allow("signed-in")
  @PersonOnly()
  @Mutation(() => DisableTwoFactorPayload, {
    description: "Lets the viewer sign in with the password alone again.",
  })
  async disableTwoFactor(
    @Arg("input", () => TwoFactorProofInput) input: TwoFactorProofInput,
    @Ctx() context: Context,
  ): Promise<DisableTwoFactorPayload> {
    await disableTwoFactor(context, input);
    return { disabled: true };
  }

  @Allow("users:write")
  @PersonOnly()
  @Mutation(() => UserPayload, {
    description: "Takes the second step from a person who lost their app and backup codes.",
  })
  async resetTwoFactor(
    @Arg("input", () => UserIdInput) { userId }: UserIdInput,
    @Ctx() context: Context,
  ): Promise<UserPayload> {
    return { user: await resetTwoFactor(context, userId) };
  }
}

/** The viewer's own two-factor authentication. */
@Resolver(() => Viewer)
export class OwnTwoFactorResolver {
  @Allow("signed-in")
  @FieldResolver(() => Boolean, {
    description:
      "Whether the viewer has a password here; a user without one signs in by single sign-on alone, and needs no code.",
  })
  hasPassword(@Root() _viewer: Viewer, @Ctx() context: Context): Promise<boolean> {
    return hasPassword(context);
  }

  @Allow("signed-in")
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "How many backup codes the viewer has left; null for who signs in without a second step.",
  })
  backupCodesLeft(@Root() _viewer: Viewer, @Ctx() context: Context): Promise<number | null> {
    return backupCodesLeft(context);
  }
}
