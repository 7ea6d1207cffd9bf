import { Fragment } from "react";
import classes from "./TagList.module.css";

/** Free labels, side by side. */
export function TagList({ tags }: { tags: readonly string[] }) {
  return (
    <span className={classes.tags}>
      {tags.map((tag) => (
        <Fragment key={tag}>
          <span className={classes.tag}>{tag}</span>{" "}
        </Fragment>
      ))}
    </span>
  );
}
