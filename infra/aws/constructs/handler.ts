import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, CfnFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { type ICommandHooks, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

export interface HandlerProps {
  /** Folder in functions/, e.g. `reserve-grant`. */
  readonly name: string;
  readonly prefix: string;
  readonly description: string;
  /** Project folder; holds functions/, shared/ and package-lock.json. */
  readonly root: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly logDays: RetentionDays;
  readonly environment: Readonly<Record<string, string>>;
  /** It estimates distances: the lists of cities are put beside its code (shared/distance/places.ts). */
  readonly knowsPlaces: boolean;
  /** It makes PDFs: the fonts are put beside its code (shared/documents/pdf/fonts.ts). */
  readonly makesDocuments: boolean;
  /** All that this function may do besides writing its own log. */
  readonly may: readonly PolicyStatement[];
}

/** Where a bundle finds the compiled rulebook at run time; it is read, not imported, so esbuild does not see it. */
const RULEBOOK = '/var/task/rulebook';

const FONTS = ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'];

/** What bundles take instead of large parts of packages that no function uses. */
const standIns = (root: string): Record<string, string> => ({
  '--alias:brotli/decompress.js': join(root, 'infra/aws/constructs/only-truetype.ts'),
  '--alias:@aws-sdk/credential-provider-node': join(root, 'infra/aws/constructs/role-credentials.ts'),
});

const filesBeside = ({ knowsPlaces, makesDocuments }: HandlerProps): ICommandHooks => ({
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (inputDir, outputDir) => [
    `"${process.execPath}" "${inputDir}/infra/aws/compile-rulebook.ts" "${outputDir}/rulebook"`,
    ...(knowsPlaces ? [`cp -r "${inputDir}/shared/distance/places" "${outputDir}/places"`] : []),
    ...(makesDocuments
      ? [
          `mkdir -p "${outputDir}/fonts"`,
          ...FONTS.map(
            (font) => `cp "${inputDir}/node_modules/@expo-google-fonts/source-sans-3/${font}" "${outputDir}/fonts"`,
          ),
        ]
      : []),
  ],
});

/**
 * One Lambda of ours: own role with nothing but what is listed, own log group with an end, one minified ES module with
 * the SDK inside (starts about 40 % faster than with the SDK of the runtime; platform.md).
 */
export class Handler extends NodejsFunction {
  constructor(scope: Construct, id: string, props: HandlerProps) {
    const functionName = `${props.prefix}-${props.name}`;
    const entry = `functions/${props.name}/handler.ts`;
    const logGroup = new LogGroup(scope, `${id}Log`, {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: props.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const writeLog = new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    });
    super(scope, id, {
      functionName,
      description: props.description,
      entry: join(props.root, entry),
      projectRoot: props.root,
      depsLockFilePath: join(props.root, 'package-lock.json'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: Duration.seconds(props.timeoutSeconds),
      memorySize: props.memoryMb,
      logGroup,
      role: new Role(scope, `${id}Role`, {
        assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
        inlinePolicies: { own: new PolicyDocument({ statements: [writeLog, ...props.may] }) },
      }),
      environment: { ...props.environment, RULEBOOK, NODE_OPTIONS: '--enable-source-maps' },
      bundling: {
        format: OutputFormat.ESM,
        target: 'node24',
        mainFields: ['module', 'main'],
        minify: true,
        sourceMap: true,
        sourcesContent: false,
        bundleAwsSDK: true,
        // Some dependencies are CommonJS and call require() for a built-in module.
        banner: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);",
        // The rules come compiled: their YAML, its parser and its schema stay at home.
        externalModules: ['*/shared/rulebook/loader.ts'],
        esbuildArgs: standIns(props.root),
        commandHooks: filesBeside(props),
      },
    });
    const resource = this.node.defaultChild;
    if (!(resource instanceof CfnFunction)) throw new TypeError(`${functionName} has no function resource.`);
    // Tells the local host which module stands behind this function.
    resource.addMetadata('wayfare:entry', entry);
  }
}
