import type { Host } from '../../infra/local/host.ts';

/** Every address in the text of every mail so far, each once. Quoted-printable line ends are taken out first. */
export function linksIn({ mailbox }: Host): readonly string[] {
  const found = new Set<string>();
  for (const { id } of mailbox.list({ limit: 10_000 })) {
    const text = (mailbox.get(id)?.raw ?? '')
      .toString('utf8')
      .replaceAll(/=\r?\n/g, '')
      .replaceAll('=3D', '=');
    for (const [link] of text.matchAll(/https?:\/\/[^\s"'<>]+/g)) found.add(link);
  }
  return [...found];
}

/** Opens every link on the host, by GET and by HEAD, as mail scanners do. Gives the status of each answer. */
export async function follow(host: Host, links: readonly string[]): Promise<readonly number[]> {
  const answers: number[] = [];
  for (const link of links) {
    const { pathname, search } = new URL(link);
    for (const method of ['GET', 'HEAD']) {
      const answer = await fetch(host.url + pathname + search, { method, redirect: 'manual' });
      await answer.arrayBuffer();
      answers.push(answer.status);
    }
  }
  return answers;
}
