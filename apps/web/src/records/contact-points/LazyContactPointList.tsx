import { type ComponentProps, lazy, Suspense } from "react";
import type { ContactPointList } from "./ContactPointList.js";

const List = lazy(async () => ({
  default: (await import("./ContactPointList.js")).ContactPointList,
}));

/** The list of e-mail addresses or phones, loaded when it is first shown. */
export function LazyContactPointList(props: ComponentProps<typeof ContactPointList>) {
  return (
    <Suspense fallback={null}>
      <List {...props} />
    </Suspense>
  );
}
