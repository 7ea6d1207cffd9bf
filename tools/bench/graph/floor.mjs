// The floor that the graph is measured by: bare HTTP, and one prepared statement for each workload whose JSON
// goes from the database to the caller as it is. `POST /W1` with the statement's values.
import http from "node:http";
import { fromApi } from "../stage.mjs";
import { workloads } from "./workloads.mjs";

const pg = fromApi("pg");
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 });

const server = http.createServer((request, response) => {
  let body = "";
  request.setEncoding("utf8").on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", async () => {
    const name = request.url.slice(1);
    const { rows } = await pool.query({
      name,
      text: workloads[name].sql,
      values: JSON.parse(body),
    });
    const answer = `{"data":${rows[0].json}}`;
    response.writeHead(200, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(answer),
    });
    response.end(answer);
  });
});
server.listen(0, "127.0.0.1", () => {
  console.log(`listening at http://127.0.0.1:${server.address().port}`);
});
process.once("SIGTERM", () => {
  server.closeAllConnections();
  server.close(() => pool.end());
});
