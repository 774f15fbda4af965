import type { World } from '../../functions/edge/world.ts';

/** Where functions/edge/world.ts looks before it falls back to the system's clock and randomness. */
const PLACE = Symbol.for('wayfare.edge');

let present: World | undefined;

function inside(): World {
  if (!present) throw new Error('No local host is running in this process: start one before calling a handler.');
  return present;
}

/**
 * Handlers wire themselves once per process; hosts come and go (in tests). What they hold on to is this stand-in, which
 * asks the host that is running now.
 */
const standIn: World = {
  clock: { now: () => inside().clock.now() },
  ids: {
    id: (context) => inside().ids.id(context),
    secret: (context) => inside().ids.secret(context),
    code: (context) => inside().ids.code(context),
  },
  onCapacity: (capacity) => inside().onCapacity?.(capacity),
  onCommit: (writes) => inside().onCommit?.(writes),
};

/** Gives the handlers this host's clock, ids and meter. Before the first handler is loaded. */
export function enterWorld(world: World): void {
  present = world;
  (globalThis as { [edge: symbol]: World })[PLACE] = standIn;
}

/** The host is gone; a handler that still runs finds nothing. */
export function leaveWorld(): void {
  present = undefined;
}
