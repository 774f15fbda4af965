import { describe, expect, it } from 'vitest';
import { all, synthesised } from './synthesised.ts';

const destinations = () =>
  [...all('AWS::SES::ConfigurationSetEventDestination').values()].map((each) => each.Properties);
interface RuleProperties {
  readonly EventPattern: {
    readonly 'detail-type': string[];
    readonly detail: { readonly mail: { readonly tags: Readonly<Record<string, string[]>> } };
  };
  readonly Targets: {
    readonly InputTransformer: { readonly InputPathsMap: Readonly<Record<string, string>> };
    readonly DeadLetterConfig: unknown;
  }[];
}
const rules = () => [...all('AWS::Events::Rule').values()].map((rule) => rule.Properties as unknown as RuleProperties);
const mailRules = () => rules().filter((rule) => JSON.stringify(rule.EventPattern).includes('aws.ses'));

describe('mail', () => {
  it('leaves over TLS only, and never again to an address that bounced or complained', () => {
    synthesised().hasResourceProperties('AWS::SES::ConfigurationSet', {
      Name: 'wayfare',
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
  });

  it('is signed by an identity whose mails all carry that configuration', () => {
    expect([...all('AWS::SES::EmailIdentity').values()].map((each) => each.Properties)).toMatchObject([
      { ConfigurationSetAttributes: { ConfigurationSetName: expect.anything() } },
    ]);
  });

  it('is not tracked: nobody asks who opened or clicked, in the only place where one could', () => {
    expect(destinations()).toMatchObject([
      { EventDestination: { MatchingEventTypes: ['delivery', 'deliveryDelay', 'bounce', 'complaint'] } },
    ]);
    for (const set of all('AWS::SES::ConfigurationSet').values()) {
      expect(set.Properties.TrackingOptions).toBeUndefined();
      expect(set.Properties.VdmOptions).toBeUndefined();
    }
  });
});

describe('what SES says of mails', () => {
  it('is asked for of our own mails only; that one was delivered, only where a deadline hangs on it', () => {
    const patterns = mailRules().map(({ EventPattern }) => EventPattern);
    expect(patterns.map((pattern) => [pattern['detail-type'], pattern.detail.mail.tags.notice])).toEqual([
      [['Email Delivered'], ['yes']],
      [['Email Complaint Received', 'Email Delivery Delayed'], undefined],
      [['Email Bounced'], undefined],
    ]);
    for (const { detail } of patterns) expect(detail.mail.tags['ses:configuration-set']).toHaveLength(1);
  });

  it('reaches the function as ids, a kind and a time: no address, no subject', () => {
    for (const { Targets } of mailRules()) {
      expect(Targets).toMatchObject([{ DeadLetterConfig: expect.anything() }]);
      for (const path of Targets.flatMap((target) => Object.values(target.InputTransformer.InputPathsMap))) {
        expect(path).toMatch(
          /^\$\.(detail-type|time|detail\.mail\.tags\.(institution|mobility|mail)|detail\.bounce\.bounceType)$/,
        );
      }
    }
  });
});
