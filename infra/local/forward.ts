import { connect, createServer, type Server } from 'node:net';

const forwards = new Map<number, { readonly server: Server; target: number }>();

/**
 * Makes an address that clients of this process hold on to lead to another port. Only a second host in one process needs
 * it: the database of the first one had the address that the handlers' clients remember.
 */
export async function forward(from: URL, to: URL): Promise<void> {
  const port = Number(from.port);
  const known = forwards.get(port);
  if (known) {
    known.target = Number(to.port);
    return;
  }
  const made = { server: createServer(), target: Number(to.port) };
  forwards.set(port, made);
  made.server.on('connection', (incoming) => {
    const outgoing = connect(made.target, '127.0.0.1');
    incoming.pipe(outgoing).pipe(incoming);
    // Either end may go at any time; the other then goes too, and the client tries again as with any lost connection.
    incoming.on('error', () => outgoing.destroy());
    outgoing.on('error', () => incoming.destroy());
  });
  await new Promise<void>((listening, refuse) => {
    made.server.once('error', refuse);
    made.server.listen(port, '127.0.0.1', listening);
  });
  made.server.unref();
}
