import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';

/** The identity that mails are signed with, and how they are sent: over TLS only, and never again to an address that bounced. */
export class Mail extends Construct {
  readonly identity: EmailIdentity;
  readonly configuration: ConfigurationSet;

  constructor(scope: Construct, id: string, props: { readonly prefix: string; readonly domain: string }) {
    super(scope, id);
    this.configuration = new ConfigurationSet(this, 'Configuration', {
      configurationSetName: props.prefix,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      reputationMetrics: true,
    });
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(props.domain),
      configurationSet: this.configuration,
    });
  }
}
