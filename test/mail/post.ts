import type { Verdicts } from '../../shared/mail/inbound.ts';
import { receiveMail } from '../../shared/mail/receive.ts';
import type { Arrival, Inbox, Received } from '../../shared/mail/receive-types.ts';
import type { ReplyItem } from '../../shared/mail/replies.ts';
import { openTasks } from '../../shared/mobility/tasks.ts';
import { casePartition } from '../../shared/store/keys.ts';
import type { PeopleWorld } from './world.ts';

export const replyDomain = 'replies.example.org';

export const passed: Verdicts = { dmarc: 'PASS', spf: 'PASS', dkim: 'PASS', spam: 'PASS', virus: 'PASS' };

/** The mail service in front of a world in memory: takes mails in as a receipt rule does. */
export class Post {
  readonly world: PeopleWorld;
  /** Raw mails that were not deleted. */
  readonly raw = new Map<string, Uint8Array>();
  readonly files: Map<string, Uint8Array>;

  constructor(world: PeopleWorld, files: Map<string, Uint8Array> = new Map()) {
    world.replyDomain = replyDomain;
    this.world = world;
    this.files = files;
  }

  private readonly inbox: Inbox = {
    get: async (key, most) => {
      const bytes = this.raw.get(key);
      if (!bytes) return 'gone';
      return bytes.length > most ? 'too-large' : bytes;
    },
    remove: async (key) => {
      this.raw.delete(key);
    },
  };

  /** Hands over a mail. */
  arrive(
    raw: Uint8Array,
    to: string | readonly string[],
    { key = `replies/${this.raw.size}`, source = 'somebody@example.org', verdicts = {} as Partial<Verdicts> } = {},
  ): Promise<readonly Received[]> {
    this.raw.set(key, raw);
    return this.again(key, to, { source, verdicts });
  }

  /** Calls the function for a mail that was handed over before. */
  again(
    key: string,
    to: string | readonly string[],
    { source = 'somebody@example.org', verdicts = {} as Partial<Verdicts> } = {},
  ): Promise<readonly Received[]> {
    return this.receive({ key, source, recipients: [to].flat(), verdicts: { ...passed, ...verdicts } });
  }

  /** Calls the function by hand for a raw mail of which only the id is known any more. */
  byHand(key: string): Promise<readonly Received[]> {
    const unknown = 'PROCESSING_FAILED';
    return this.receive({
      key,
      verdicts: { dmarc: unknown, spf: unknown, dkim: unknown, spam: unknown, virus: unknown },
    });
  }

  private receive(arrival: Arrival): Promise<readonly Received[]> {
    const files = {
      putOnce: async (name: string, body: Uint8Array) => {
        const there = this.files.has(name);
        if (!there) this.files.set(name, body);
        return there ? ('exists' as const) : ('written' as const);
      },
    };
    const deps = {
      ...this.world.deps,
      inbox: this.inbox,
      files,
      domain: replyDomain,
      from: 'grants@grants.example.org',
    };
    return receiveMail(deps, arrival);
  }

  /** Reply-To of the last mail whose subject is such. */
  replyTo(subject: RegExp): string {
    return /<([^>]+)>/.exec(this.world.last(subject).headers.get('reply-to') ?? '')?.[1] ?? '';
  }

  async replies(id: string): Promise<ReplyItem['reply'][]> {
    const pk = casePartition('nhh', id);
    return (await this.world.store.query<ReplyItem>('cases', { pk, prefix: 'reply#' })).map(({ reply }) => reply);
  }

  async tasks(institution = 'nhh'): Promise<string[]> {
    const tasks = await openTasks(this.world.store, institution);
    return tasks
      .filter(({ kind }) => kind.startsWith('reply'))
      .map(({ kind, data }) => [kind, ...Object.values(data)].join(' '));
  }
}
