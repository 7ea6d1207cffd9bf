import { Button } from "@mantine/core";
import { IconBook2 } from "@tabler/icons-react";
import { lazy, Suspense, useMemo } from "react";
import { Link, useSearchParams } from "react-router";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import { PageHeader } from "../../ui/page/PageHeader.js";
import { isExampleName, makeExamples } from "./examples.js";
import { useSampleCustomer } from "./useSampleCustomer.js";

const Playground = lazy(() => import("./Playground.js"));

/** The page in which developers explore the graph. */
export function Component() {
  const t = useT();
  const sample = useSampleCustomer();
  const [params] = useSearchParams();
  const exampleName = params.get("example");
  const examples = useMemo(() => makeExamples(sample ?? null), [sample]);
  const waiting = <SkeletonRows label={t("developers.loading")} rows={12} />;
  return (
    <>
      <PageHeader
        title={t("shell.playground")}
        titleHidden
        actions={
          <Button
            component={Link}
            to={paths.developers}
            variant="default"
            leftSection={<IconBook2 size={16} />}
          >
            {t("shell.developers")}
          </Button>
        }
      />
      {sample === undefined ? (
        waiting
      ) : (
        <Suspense fallback={waiting}>
          <Playground
            examples={examples}
            opened={isExampleName(exampleName) ? exampleName : null}
          />
        </Suspense>
      )}
    </>
  );
}
