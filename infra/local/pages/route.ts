import type { Reply, Request } from '../../../functions/pages/http.ts';
import type { Host } from '../host.ts';

/** Answers one request about this host. */
export type Answer = (host: Host, request: Request) => Promise<Reply>;

/** A page that exists on this machine only. `{name}` in the path stands for one part and is handed over decoded. */
export interface Route {
  readonly path: string;
  readonly get: Answer;
  readonly post?: Answer;
}

/** The route of an address with its parameters, if there is one. */
export function findRoute(
  routes: readonly Route[],
  path: string,
): { readonly route: Route; readonly params: Readonly<Record<string, string>> } | undefined {
  const parts = path.split('/');
  for (const route of routes) {
    const wanted = route.path.split('/');
    if (wanted.length !== parts.length) continue;
    const params: Record<string, string> = {};
    const fits = wanted.every((part, n) => {
      const given = parts[n] ?? '';
      if (!part.startsWith('{')) return part === given;
      const value = decoded(given);
      params[part.slice(1, -1)] = value ?? '';
      return value !== undefined && value !== '';
    });
    if (fits) return { route, params };
  }
  return undefined;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
