import { EventBus } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';

/**
 * The identity that mails are signed with, and how they are sent: over TLS only, and never again to an address that bounced.
 * What becomes of them goes to the event bus. Opened and clicked are not asked for: without them SES puts neither a picture
 * nor a changed link into a mail.
 */
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
    // SES publishes to the default bus of the account and to no other.
    this.configuration.addEventDestination('Heard', {
      configurationSetEventDestinationName: `${props.prefix}-heard`,
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
      ],
    });
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(props.domain),
      configurationSet: this.configuration,
    });
  }
}
