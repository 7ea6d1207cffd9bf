import { useGraphiQL } from "@graphiql/react";
import { CostLine } from "./CostLine.js";
import classes from "./Playground.module.css";

/** Stands below the answer: the cost of the operation in the editor. */
export function PlaygroundFoot() {
  const query = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.query ?? "");
  const variables = useGraphiQL(
    ({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.variables ?? "",
  );
  return (
    <div className={classes.foot}>
      <CostLine query={query} variables={variables} />
    </div>
  );
}
