import type { ReactNode } from "react";
import type { ListCall } from "../../cache/useList.js";
import { ApiCallButton } from "../apiCall/ApiCallButton.js";
import classes from "./ListBar.module.css";

interface ListBarProps {
  children: ReactNode;
  actions?: ReactNode;
  /** What the list asks, to be shown as a call of the API. */
  call?: ListCall;
}

/** The line above a list: filters at the left, what can be done with it at the right. */
export function ListBar({ children, actions, call }: ListBarProps) {
  return (
    <div className={classes.bar}>
      <div className={classes.filters}>{children}</div>
      {(actions || call) && (
        <div className={classes.actions}>
          {call && <ApiCallButton call={call} />}
          {actions}
        </div>
      )}
    </div>
  );
}
