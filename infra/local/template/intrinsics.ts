/** A resource as it stands in a CloudFormation template. */
export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

export interface Naming {
  readonly region: string;
  readonly account: string;
  /** The local address of the HTTP API, without a slash at the end. */
  readonly url: string;
}

/** The template uses something that the local host does not know; the message names it. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

/**
 * Turns Ref, Fn::GetAtt, Fn::Sub, Fn::Join and the pseudo parameters into the names and ARNs that things have on this
 * machine. What it does not know it refuses by name; it never leaves an intrinsic standing.
 */
export class Resolver {
  private readonly resources: Readonly<Record<string, Resource>>;
  private readonly naming: Naming;

  constructor(resources: Readonly<Record<string, Resource>>, naming: Naming) {
    this.resources = resources;
    this.naming = naming;
  }

  /** The value with every intrinsic in it replaced. @throws NotUnderstood */
  resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((entry) => this.resolve(entry));
    if (typeof value !== 'object' || value === null) return value;
    const [key, ...others] = Object.keys(value);
    if (key !== undefined && others.length === 0 && (key === 'Ref' || key.startsWith('Fn::'))) {
      return this.intrinsic(key, (value as Record<string, unknown>)[key]);
    }
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, this.resolve(entry)]));
  }

  /** The same, where only text makes sense. @throws NotUnderstood */
  text(value: unknown, what: string): string {
    const resolved = this.resolve(value);
    if (typeof resolved !== 'string') throw new NotUnderstood(`${what} is not a text in the template.`);
    return resolved;
  }

  private intrinsic(name: string, argument: unknown): unknown {
    switch (name) {
      case 'Ref':
        return this.ref(String(argument));
      case 'Fn::GetAtt': {
        const [id, attribute] = Array.isArray(argument) ? argument : String(argument).split('.');
        return this.attribute(String(id), String(attribute));
      }
      case 'Fn::Join': {
        const [separator, parts] = argument as [string, unknown[]];
        return parts.map((part) => this.text(part, 'A part of Fn::Join')).join(separator);
      }
      case 'Fn::Sub':
        return this.substitute(argument);
      default:
        throw new NotUnderstood(`The template uses ${name}, which the local host does not implement.`);
    }
  }

  private substitute(argument: unknown): string {
    const [text, values] = Array.isArray(argument)
      ? (argument as [string, Record<string, unknown>])
      : [String(argument), {}];
    return text.replace(/\$\{(!?)([^}]+)\}/g, (_whole, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (name in values) return this.text(values[name], name);
      const [id = '', attribute] = name.split('.');
      return attribute ? this.attribute(id, attribute) : this.ref(id);
    });
  }

  private ref(id: string): string {
    const { region, account } = this.naming;
    const pseudo: Readonly<Record<string, string>> = {
      'AWS::Region': region,
      'AWS::AccountId': account,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
    };
    const known = pseudo[id];
    if (known !== undefined) return known;
    const { Type } = this.resource(id);
    switch (Type) {
      case 'AWS::StepFunctions::StateMachine':
        return this.attribute(id, 'Arn');
      case 'AWS::Lambda::Function':
      case 'AWS::DynamoDB::Table':
      case 'AWS::S3::Bucket':
        return this.nameOf(id);
      case 'AWS::ApiGatewayV2::Api':
      case 'AWS::ApiGatewayV2::Integration':
      case 'AWS::SES::ConfigurationSet':
      case 'AWS::SES::EmailIdentity':
        return id;
      default:
        throw new NotUnderstood(`The template refers to ${id} (${Type}), which has no name on this machine.`);
    }
  }

  private attribute(id: string, attribute: string): string {
    const { Type } = this.resource(id);
    const { region, account, url } = this.naming;
    switch (`${Type} ${attribute}`) {
      case 'AWS::Lambda::Function Arn':
        return `arn:aws:lambda:${region}:${account}:function:${this.nameOf(id)}`;
      case 'AWS::StepFunctions::StateMachine Arn':
        return `arn:aws:states:${region}:${account}:stateMachine:${this.nameOf(id)}`;
      case 'AWS::DynamoDB::Table Arn':
        return `arn:aws:dynamodb:${region}:${account}:table/${this.nameOf(id)}`;
      case 'AWS::DynamoDB::Table StreamArn':
        return `arn:aws:dynamodb:${region}:${account}:table/${this.nameOf(id)}/stream/local`;
      case 'AWS::S3::Bucket Arn':
        return `arn:aws:s3:::${this.nameOf(id)}`;
      case 'AWS::ApiGatewayV2::Api ApiEndpoint':
        return url;
      // Rights and failure queues do not exist here, but schedules and rules name them.
      case 'AWS::IAM::Role Arn':
        return `arn:aws:iam::${account}:role/${id}`;
      case 'AWS::SQS::Queue Arn':
        return `arn:aws:sqs:${region}:${account}:${id}`;
      default:
        throw new NotUnderstood(`The template asks for ${attribute} of ${id} (${Type}), unknown on this machine.`);
    }
  }

  /** The name given in the template, or one made from the logical id. */
  nameOf(id: string): string {
    const { Type, Properties = {} } = this.resource(id);
    const field: Readonly<Record<string, string>> = {
      'AWS::Lambda::Function': 'FunctionName',
      'AWS::StepFunctions::StateMachine': 'StateMachineName',
      'AWS::DynamoDB::Table': 'TableName',
      'AWS::S3::Bucket': 'BucketName',
    };
    const given = Properties[field[Type] ?? ''];
    return given === undefined ? `wayfare-${id.toLowerCase()}` : this.text(given, `The name of ${id}`);
  }

  private resource(id: string): Resource {
    const found = this.resources[id];
    if (!found) throw new NotUnderstood(`The template refers to ${id}, which stands nowhere in it.`);
    return found;
  }
}
