import { join } from 'node:path';
import { type App, ArnFormat, CfnOutput, Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Alarms } from './alarms.ts';
import { Handler } from './constructs/handler.ts';
import { Data } from './data.ts';
import { type FunctionName, type FunctionSpec, functions } from './functions.ts';
import { Inbound } from './inbound.ts';
import { Mail } from './mail.ts';
import { MailEvents } from './mail-events.ts';
import type { Parameters } from './parameters.ts';
import { policyFor, type Resources } from './permissions.ts';
import { Phases, phases } from './phases.ts';
import { Triggers } from './triggers.ts';
import { Web } from './web.ts';

export const projectRoot = join(import.meta.dirname, '..', '..');

export interface WayfareStackProps {
  readonly parameters: Parameters;
  /** Project folder: functions/, workflows/, shared/ and package-lock.json. */
  readonly root: string;
}

/** One installation of Wayfare. One stack: everything in it is created, changed and rolled back together. */
export class WayfareStack extends Stack {
  private readonly props: WayfareStackProps;
  private readonly data: Data;
  private readonly mail: Mail;
  private readonly inbound: Inbound;
  private readonly web: Web;

  constructor(app: App, id: string, props: WayfareStackProps) {
    const { prefix, region, logDays, mailDomain, replyDomain, alarmMail } = props.parameters;
    super(app, id, {
      env: { region },
      description: 'Wayfare pays Erasmus+ mobility grants.',
      terminationProtection: true,
    });
    this.props = props;
    const topic = new Topic(this, 'Alarmed', { topicName: `${prefix}-alarms`, enforceSSL: true });
    if (alarmMail) topic.addSubscription(new EmailSubscription(alarmMail));

    this.data = new Data(this, 'Data', { prefix });
    this.mail = new Mail(this, 'Mail', { prefix, domain: mailDomain });
    this.inbound = new Inbound(this, 'Inbound', { prefix, domain: replyDomain, key: this.data.key });
    this.web = new Web(this, 'Web', { prefix, logDays });
    const handlers = this.handlers();
    this.web.serve(handlers.pages);
    const { machines } = new Phases(this, 'Phases', { prefix, root: props.root, logDays, handlers });
    const { cases, bucket } = this.data;
    new Triggers(this, 'Triggers', { prefix, handlers, cases, bucket, topic });
    this.inbound.receive(handlers['receive-mail'], topic);
    const configuration = this.mail.configuration.configurationSetName;
    new MailEvents(this, 'MailEvents', { prefix, handler: handlers['read-mail-events'], configuration, topic });
    new Alarms(this, 'Alarms', { topic, prefix, handlers, machines, apiId: this.web.api.apiId });
    this.outputs();
  }

  private handlers(): Readonly<Record<FunctionName, Handler>> {
    const { prefix, logDays } = this.props.parameters;
    const environment = this.variables();
    const resources = this.resources();
    const made = functions.map(
      ({ name, does, may, timeoutSeconds, memoryMb, knowsPlaces, makesDocuments }: FunctionSpec) => [
        name,
        new Handler(this, name, {
          name,
          description: does,
          prefix,
          root: this.props.root,
          timeoutSeconds,
          memoryMb,
          logDays,
          environment,
          knowsPlaces: knowsPlaces ?? false,
          makesDocuments: makesDocuments ?? false,
          may: policyFor(may, resources),
        }),
      ],
    );
    return Object.fromEntries(made) as Record<FunctionName, Handler>;
  }

  /** What functions/edge reads at start. Machines are named by their prefix, since they in turn name the functions. */
  private variables(): Record<string, string> {
    const { replyDomain } = this.props.parameters;
    return {
      CASES_TABLE: this.data.cases.tableName,
      LEDGER_TABLE: this.data.ledger.tableName,
      BUCKET: this.data.bucket.bucketName,
      MACHINE_PREFIX: this.machineArn(''),
      BASE_URL: this.props.parameters.baseUrl ?? this.web.api.apiEndpoint,
      MAIL_FROM: this.props.parameters.mailFrom,
      INBOX: this.inbound.bucket.bucketName,
      ...(replyDomain ? { REPLY_DOMAIN: replyDomain } : {}),
    };
  }

  private resources(): Resources {
    return {
      region: this.region,
      cases: this.data.cases.tableArn,
      ledger: this.data.ledger.tableArn,
      bucket: this.data.bucket.bucketArn,
      inbox: this.inbound.bucket.bucketArn,
      key: this.data.key.keyArn,
      machines: phases.map((phase) => this.machineArn(phase)),
      mailIdentity: this.mail.identity.emailIdentityArn,
      mailConfiguration: this.formatArn({
        service: 'ses',
        resource: 'configuration-set',
        resourceName: this.mail.configuration.configurationSetName,
      }),
      mailFrom: this.props.parameters.mailFrom,
    };
  }

  private machineArn(phase: string): string {
    return this.formatArn({
      service: 'states',
      resource: 'stateMachine',
      resourceName: `${this.props.parameters.prefix}-${phase}`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }

  private outputs(): void {
    new CfnOutput(this, 'Address', { value: this.variables().BASE_URL ?? '', description: 'Where the pages are.' });
    new CfnOutput(this, 'BankFolder', {
      value: `s3://${this.data.bucket.bucketName}/bank/`,
      description: 'The bank takes out/ and puts into in/.',
    });
    const { replyDomain } = this.props.parameters;
    if (replyDomain) {
      new CfnOutput(this, 'ReplyMx', {
        value: `${replyDomain} MX 10 inbound-smtp.${this.region}.amazonaws.com`,
        description: 'DNS, for the answers to our mails.',
      });
    }
    for (const [index, record] of this.mail.identity.dkimRecords.entries()) {
      new CfnOutput(this, `Dkim${index + 1}`, { value: `${record.name} CNAME ${record.value}`, description: 'DNS.' });
    }
  }
}
