import { useSearchParams } from "react-router";
import { ProjectsList } from "../../features/projects/ProjectsList.js";
import { TasksList } from "../../features/tasks/TasksList.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { useMay } from "../../session/viewer.js";
import { FilterLinks } from "../../ui/page/FilterLinks.js";
import classes from "./Tab.module.css";

/** The customer's projects, and its tasks in and out of them. */
export function Tab({ customerId }: { customerId: string }) {
  const t = useT();
  const [search] = useSearchParams();
  const seesProjects = useMay("projects:read");
  const seesTasks = useMay("tasks:read");
  const tasks = seesTasks && (search.get("show") === "tasks" || !seesProjects);
  return (
    <>
      <div className={classes.parts}>
        <FilterLinks
          look="segments"
          label={t("profile.tab.projects")}
          links={[
            ...(seesProjects
              ? [
                  {
                    to: paths.customerProjects(customerId),
                    label: t("projects.title"),
                    active: !tasks,
                  },
                ]
              : []),
            ...(seesTasks
              ? [
                  {
                    to: paths.customerProjects(customerId, { show: "tasks" }),
                    label: t("tasks.title"),
                    active: tasks,
                  },
                ]
              : []),
          ]}
        />
      </div>
      {tasks ? <TasksList customerId={customerId} /> : <ProjectsList customerId={customerId} />}
    </>
  );
}
