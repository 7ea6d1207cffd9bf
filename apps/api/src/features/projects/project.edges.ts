import { Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { type Connection, connectionOf } from "../../platform/lists/connection.js";
import {
  DependsOn,
  type SelectedColumns,
  Selection,
} from "../../platform/performance/lookAhead.js";
import { Allow } from "../../platform/security/authorize.js";
import { Customer } from "../customers/customer.entity.js";
import { customerOf } from "../customers/customer.loaders.js";
import { CustomerTotals } from "../customers/list/totals.type.js";
import { CustomerSummary } from "../customers/summary.type.js";
import { Project } from "./project.entity.js";
import { activeProjectsOf, projectsByCustomer } from "./project.list.js";
import { ProjectsArgs } from "./projectList.input.js";
import { ProjectSummary } from "./summary.type.js";

/** One page of projects. */
export const ProjectConnection = connectionOf(Project);

/** From a customer to its projects. */
@Resolver(() => Customer)
export class CustomerProjects {
  @DependsOn()
  @Allow("projects:read")
  @FieldResolver(() => ProjectConnection, { description: "The customer's projects." })
  projects(
    @Root() customer: Customer,
    @Args(() => ProjectsArgs) args: ProjectsArgs,
    @Selection() selection: SelectedColumns<Project>,
    @Ctx() context: Context,
  ): Promise<Connection<Project>> {
    return context.load(projectsByCustomer, customer.id, { ...args, selection });
  }
}

/** From a project to its customer. */
@Resolver(() => Project)
export class ProjectEdges {
  @DependsOn<Project>("customerId")
  @Allow("customers:read")
  @FieldResolver(() => Customer, { description: "For which customer." })
  customer(
    @Root() project: Project,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return customerOf(context, project.customerId, selection);
  }
}

/** The projects in a customer's summary. */
@Resolver(() => CustomerSummary)
export class ProjectMetrics {
  @Allow("projects:read")
  @FieldResolver(() => ProjectSummary, { description: "The metrics of the customer's projects." })
  projects(@Root() summary: CustomerSummary): ProjectSummary {
    return new ProjectSummary(summary.customerId);
  }
}

/** The projects' part of the totals of many customers. */
@Resolver(() => CustomerTotals)
export class ProjectTotals {
  @Allow("projects:read")
  @FieldResolver(() => Int, { description: "How many of their projects are ACTIVE." })
  activeProjects(@Root() totals: CustomerTotals, @Ctx() context: Context): Promise<number> {
    return activeProjectsOf(context, totals);
  }
}
