import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnStage, HttpApi, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

/** The HTTP API in front of the pages. Its address is known before the function that serves it, which needs it for links. */
export class Web extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: { readonly prefix: string; readonly logDays: RetentionDays }) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { apiName: props.prefix, description: 'The pages of Wayfare.' });
    this.limitAndLog(props);
  }

  /** Every path goes to one function, which knows its routes itself. */
  serve(pages: IFunction): void {
    new HttpRoute(this, 'Everything', {
      httpApi: this.api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration('Pages', pages),
    });
  }

  private limitAndLog(props: { readonly prefix: string; readonly logDays: RetentionDays }): void {
    const stage = this.api.defaultStage?.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new TypeError('The HTTP API has no default stage.');
    const log = new LogGroup(this, 'AccessLog', {
      logGroupName: `/aws/vendedlogs/http/${props.prefix}`,
      retention: props.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    log.grantWrite(new ServicePrincipal('apigateway.amazonaws.com'));
    stage.defaultRouteSettings = { throttlingRateLimit: 50, throttlingBurstLimit: 100, detailedMetricsEnabled: true };
    // No path and no address: a path can hold a link's secret (design.md §1.7).
    stage.accessLogSettings = {
      destinationArn: log.logGroupArn,
      format: JSON.stringify({
        request: '$context.requestId',
        time: '$context.requestTime',
        method: '$context.httpMethod',
        status: '$context.status',
        milliseconds: '$context.responseLatency',
        error: '$context.integrationErrorMessage',
      }),
    };
  }
}
