import { Arg, Args, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { parseId } from "../../platform/graph/parseInput.js";
import type { Connection } from "../../platform/lists/connection.js";
import { type SelectedColumns, Selection } from "../../platform/performance/lookAhead.js";
import { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { Allow } from "../../platform/security/authorize.js";
import { AcrossCustomersArgs, pageAcrossCustomers } from "../customers/list/acrossCustomers.js";
import { ProjectConnection } from "./project.edges.js";
import { Project } from "./project.entity.js";
import { CreateProjectInput, UpdateProjectInput } from "./project.input.js";
import { projectById, projectList } from "./project.list.js";
import { createProject, deleteProject, restoreProject, updateProject } from "./project.service.js";
import { ProjectsArgs } from "./projectList.input.js";

@ObjectType({ description: "The project as it is after the change." })
class ProjectPayload {
  @Field(() => Project, { description: "The changed record." })
  project!: Project;
}

/** One project, and writing them. */
@Resolver(() => Project)
export class ProjectResolver {
  @Allow("projects:read")
  @Query(() => ProjectConnection, {
    description: "The projects of all customers but archived ones.",
  })
  projects(
    @Args(() => ProjectsArgs) args: ProjectsArgs,
    @Args(() => AcrossCustomersArgs) across: AcrossCustomersArgs,
    @Selection() selection: SelectedColumns<Project>,
    @Ctx() context: Context,
  ): Promise<Connection<Project>> {
    return pageAcrossCustomers(projectList, { ...args, selection }, across, context);
  }

  @Allow("projects:read")
  @Query(() => Project, {
    nullable: true,
    description: "One project by id; null where there is none.",
  })
  project(
    @Arg("id", () => ID) id: string,
    @Selection() selection: SelectedColumns<Project>,
    @Ctx() context: Context,
  ): Promise<Project | null> {
    return context.load(projectById, parseId(id), selection);
  }

  @Allow("projects:write")
  @Mutation(() => ProjectPayload, { description: "Makes a project of a customer." })
  async createProject(
    @Arg("input", () => CreateProjectInput) input: CreateProjectInput,
    @Ctx() context: Context,
  ): Promise<ProjectPayload> {
    return { project: await createProject(context, input) };
  }

  @Allow("projects:write")
  @Mutation(() => ProjectPayload, {
    description: "Changes the given fields of a project; a stale version gets CONFLICT.",
  })
  async updateProject(
    @Arg("input", () => UpdateProjectInput) input: UpdateProjectInput,
    @Ctx() context: Context,
  ): Promise<ProjectPayload> {
    return { project: await updateProject(context, input) };
  }

  @Allow("projects:write")
  @Mutation(() => ProjectPayload, {
    description: "Puts a project with its tasks and time into the trash for 30 days.",
  })
  async deleteProject(
    @Arg("input", () => DeleteInput) input: DeleteInput,
    @Ctx() context: Context,
  ): Promise<ProjectPayload> {
    return { project: await deleteProject(context, input) };
  }

  @Allow("projects:write")
  @Mutation(() => ProjectPayload, {
    description: "Brings a project back from the trash with what went there with it.",
  })
  async restoreProject(
    @Arg("input", () => RestoreInput) input: RestoreInput,
    @Ctx() context: Context,
  ): Promise<ProjectPayload> {
    return { project: await restoreProject(context, input) };
  }
}
