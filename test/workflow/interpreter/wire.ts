import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SFNClient, StartExecutionCommand, type StartExecutionCommandOutput } from '@aws-sdk/client-sfn';
import { createStepFunctionsEndpoint } from '../../../infra/local/stepfunctions/endpoint.ts';
import { chain, PREFIX, tokenTask, World } from './world.ts';

/** A world behind its HTTP endpoint, with the real AWS client, and two machines: `pass` adds one, `ask` waits for a token. */
export class Wire {
  readonly world = new World();
  readonly client: SFNClient;
  readonly url: string;
  readonly #server: Server;
  token = '';

  private constructor(server: Server) {
    server.on('request', createStepFunctionsEndpoint(this.world.engine));
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.client = new SFNClient({
      endpoint: this.url,
      region: 'eu-north-1',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
      maxAttempts: 1,
    });
    this.world.functions.ask = (event) => {
      this.token = (event as { token: string }).token;
    };
    this.world.load('pass', chain({ Type: 'Pass', Output: '{% $states.input.n + 1 %}' }));
    this.world.load('ask', chain(tokenTask('ask', { HeartbeatSeconds: 600 })));
  }

  static async open(): Promise<Wire> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Wire(server);
  }

  start(machine: string, name?: string, input = '{"n":1}'): Promise<StartExecutionCommandOutput> {
    const named = name === undefined ? {} : { name };
    return this.client.send(new StartExecutionCommand({ stateMachineArn: PREFIX + machine, input, ...named }));
  }

  async close(): Promise<void> {
    this.client.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
    this.world.close();
  }
}
