import { useQuery } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { Link, useMatch } from "react-router";
import { paths } from "../../app/paths.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import classes from "./ImportPill.module.css";

const query = graphql(`
  query ImportPill {
    imports(first: 5) {
      edges {
        node {
          id
          status
          fileName
          createdBy {
            id
          }
          progress {
            done
            total
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const activeMs = 1500;

/** "Importing 42%" in the header while an import of the viewer runs and its page is not open. */
export default function ImportPill() {
  const t = useT();
  const format = useFormat();
  const viewer = useViewer();
  const open = useMatch("/imports/:id")?.params.id;
  const [pollMs, setPollMs] = useState(0);
  const { data } = useQuery(query, {
    pollInterval: pollMs,
    skipPollAttempt: () => document.visibilityState === "hidden",
  });
  const running = data?.imports.edges
    .map(({ node }) => node)
    .find(({ status, createdBy }) => status === "RUNNING" && createdBy?.id === viewer.id);
  const active = running !== undefined && running.id !== open;
  useEffect(() => setPollMs(active ? activeMs : 0), [active]);
  if (!active) return null;
  const { done, total } = running.progress;
  const share = total > 0 ? done / total : 0;
  return (
    <Link
      to={paths.import(running.id)}
      className={classes.pill}
      title={running.fileName}
      style={{ backgroundSize: `${Math.floor(share * 100)}% 100%` }}
    >
      {t("import.pill", { share: format.percent(share) })}
    </Link>
  );
}
