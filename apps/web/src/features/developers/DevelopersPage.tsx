import { Button } from "@mantine/core";
import { IconTerminal2 } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { useMay } from "../../session/viewer.js";
import { CodeSnippet } from "../../ui/apiCall/CodeSnippet.js";
import { CopyButton } from "../../ui/feedback/CopyButton.js";
import { PageHeader } from "../../ui/page/PageHeader.js";
import classes from "./DevelopersPage.module.css";
import { makeExamples } from "./examples.js";
import { useSampleCustomer } from "./useSampleCustomer.js";

/** Where the graph is, how to sign in to it, and calls to copy. */
export function Component() {
  const t = useT();
  const sample = useSampleCustomer();
  const mayReadKeys = useMay("keys:read");
  const endpoint = `${location.origin}/graphql`;
  return (
    <>
      <PageHeader
        title={t("shell.developers")}
        actions={
          <Button component={Link} to={paths.graphiql} leftSection={<IconTerminal2 size={16} />}>
            {t("developers.openPlayground")}
          </Button>
        }
      />
      <div className={classes.page}>
        <p className={classes.lead}>{t("developers.lead")}</p>
        <dl className={classes.facts}>
          <Fact
            name={t("developers.endpoint")}
            value={endpoint}
            copy={t("developers.copyEndpoint")}
          />
          <Fact
            name={t("developers.authentication")}
            value="Authorization: Bearer $CLIENTELA_API_KEY"
            copy={t("developers.copyHeader")}
            hint={
              <>
                {t("developers.authenticationHint")}{" "}
                {mayReadKeys && (
                  <Link to={paths.settings("keys")}>{t("developers.manageKeys")}</Link>
                )}
              </>
            }
          />
          <Fact
            name={t("developers.idempotency")}
            value="Idempotency-Key: order-10482"
            copy={t("developers.copyHeader")}
            hint={t("developers.idempotencyHint")}
          />
          <Fact
            name={t("developers.costs")}
            value='"extensions": { "cost": { "requested": 1276, "limit": 25000 } }'
            copy={t("ui.copyCode")}
            hint={t("developers.costsHint")}
          />
        </dl>
        <h2 className={classes.heading}>{t("developers.examples")}</h2>
        <p className={classes.lead}>
          {sample ? t("developers.examplesReal") : t("developers.examplesMade")}
        </p>
        {makeExamples(sample ?? null).map(({ name, query, variables }) => (
          <section key={name} className={classes.example} aria-labelledby={`example-${name}`}>
            <div className={classes.exampleHead}>
              <div>
                <h3 id={`example-${name}`} className={classes.exampleName}>
                  {t(`developers.example.${name}`)}
                </h3>
                <p className={classes.hint}>{t(`developers.exampleHint.${name}`)}</p>
              </div>
              <Link
                className={classes.try}
                to={`${paths.graphiql}?example=${name}`}
                aria-describedby={`example-${name}`}
              >
                {t("developers.try")}
              </Link>
            </div>
            <CodeSnippet query={query} variables={variables} />
          </section>
        ))}
      </div>
    </>
  );
}

interface FactProps {
  name: string;
  value: string;
  /** What the button next to it is called. */
  copy: string;
  hint?: ReactNode;
}

function Fact({ name, value, copy, hint }: FactProps) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>
        <span className={classes.value}>
          <code>{value}</code>
          <CopyButton value={value} label={copy} />
        </span>
        {hint && <span className={classes.hint}>{hint}</span>}
      </dd>
    </div>
  );
}
