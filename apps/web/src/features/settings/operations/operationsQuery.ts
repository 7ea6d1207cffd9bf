import { graphql } from "../../../gql/gql.js";
import type { OperationsQuery } from "../../../gql/graphql.js";

/** How the server is. It has no id: each read replaces the one before. */
export const operationsQuery = graphql(`
  query Operations {
    operations {
      version
      processes {
        host
        pid
        startedAt
      }
      database {
        version
        bytes
        connections
        maxConnections
      }
      storage {
        place
        waitsFor
      }
      backups {
        everyHours
        last {
          finishedAt
          place
          rows
          files
          bytes
        }
        runs {
          startedAt
          finishedAt
          error
          name
        }
      }
      jobQueues {
        name
        waiting
        running
        waitingSince
      }
      failedJobs {
        jobId
        queue
        reason
        tries
        failedAt
        retriesAt
        canRetry
      }
      runningImports {
        importId
        fileName
        status
        done
        total
      }
      webhookBacklogs {
        pending
        waitingSince
        webhook {
          id
          url
        }
      }
    }
  }
`);

/** How the server is, read. */
export type OperationsState = OperationsQuery["operations"];
