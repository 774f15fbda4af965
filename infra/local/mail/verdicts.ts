import type { Verdict } from '../../../shared/mail/inbound.ts';
import type { InboundHead } from '../../../shared/mail/inbound-parse.ts';

const names = ['dmarc', 'spf', 'dkim', 'spam', 'virus'] as const;
const known: readonly Verdict[] = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED'];

export type LocalVerdicts = Readonly<Record<(typeof names)[number], Verdict>>;

/** The file that every virus scanner takes for one, as it stands in a mail in base64 and plain. */
const testVirus = ['EICAR-STANDARD-ANTIVIRUS-TEST-FILE', 'RUlDQVItU1RBTkRBUkQtQU5USVZJUlVTLVRFU1QtRklMR'];

/**
 * What the mail service would say of a mail. Nobody can be checked on this machine, so all is well unless the mail says
 * otherwise: by the header `X-Local-Verdict: dmarc=fail virus=gray`, by a sender at `forged.example`, or by the
 * scanners' test virus.
 */
export function verdictsOf(head: InboundHead, raw: Buffer): LocalVerdicts {
  const said = new Map(
    head.values('x-local-verdict').flatMap((value) =>
      value.split(/[\s,;]+/).map((pair) => {
        const [name = '', verdict = ''] = pair.toLowerCase().split('=');
        return [name, verdict.toUpperCase()] as const;
      }),
    ),
  );
  const forged = head.from?.toLowerCase().endsWith('@forged.example') ?? false;
  const infected = testVirus.some((text) => raw.includes(text));
  const of = (name: (typeof names)[number]): Verdict => {
    const verdict = known.find((one) => one === said.get(name));
    if (verdict) return verdict;
    return (name === 'dmarc' && forged) || (name === 'virus' && infected) ? 'FAIL' : 'PASS';
  };
  return { dmarc: of('dmarc'), spf: of('spf'), dkim: of('dkim'), spam: of('spam'), virus: of('virus') };
}
