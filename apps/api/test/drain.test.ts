import { once } from "node:events";
import { connect } from "node:net";
import { makeCustomer } from "../src/features/customers/customer.make.js";
import { makeFile } from "../src/features/files/file.make.js";
import { startServer } from "./server.js";

test("a server that ends sends what it has begun, and keeps no connection for more", async () => {
  const server = await startServer({ limits: { fileBytes: 20_000_000 } });
  const admin = await server.signIn("admin");
  const { id } = await makeCustomer(admin);
  const bytes = 16_000_000;
  const file = await makeFile(admin, "x".repeat(bytes), "large.txt", id);
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  await once(socket, "connect");
  socket.write(
    `GET /files/${file.id} HTTP/1.1\r\nhost: ${new URL(server.url).host}\r\ncookie: ${admin.cookie}\r\n\r\n`,
  );
  await once(socket, "readable");
  const began = performance.now();
  const closing = server.close();
  let received = 0;
  socket.on("data", (chunk: Buffer) => {
    received += chunk.length;
  });
  await closing;
  expect(received).toBeGreaterThan(bytes);
  expect(performance.now() - began).toBeLessThan(20_000);
}, 90_000);
