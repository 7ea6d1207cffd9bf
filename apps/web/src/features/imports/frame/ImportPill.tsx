import { useQuery, useSubscription } from "@apollo/client/react";
import { Link, useMatch } from "react-router";
import { graphql } from "../../../gql/gql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { useViewer } from "../../../session/viewer.js";
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

const subscription = graphql(`
  subscription ImportPillProgress($id: ID!) {
    importProgress(id: $id) {
      id
      status
      progress {
        done
        total
      }
    }
  }
`);

/** "Importing 42%" in the header while an import of the viewer is running and its page is not open. */
export default function ImportPill() {
  const t = useT();
  const format = useFormat();
  const viewer = useViewer();
  const open = useMatch("/imports/:id")?.params.id;
  const { data } = useQuery(query);
  const running = data?.imports.edges
    .map(({ node }) => node)
    .find(
      ({ status, createdBy }) =>
        (status === "RUNNING" || status === "PAUSED") && createdBy?.id === viewer.id,
    );
  const active = running !== undefined && running.id !== open;
  useSubscription(subscription, {
    variables: { id: running?.id ?? "" },
    skip: !active,
    ignoreResults: true,
  });
  if (!active) return null;
  const { done, total } = running.progress;
  const share = total > 0 ? done / total : 0;
  const said = running.status === "PAUSED" ? "shell.importPaused" : "shell.importing";
  return (
    <Link
      to={paths.import(running.id)}
      className={classes.pill}
      title={running.fileName}
      style={{ backgroundSize: `${Math.floor(share * 100)}% 100%` }}
    >
      {t(said, { share: format.percent(share) })}
    </Link>
  );
}
