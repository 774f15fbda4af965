import type { Host } from '../host.ts';
import type { LocalPages } from '../web/server.ts';
export function localPages(_host: Host): LocalPages {
  return async () => false;
}
