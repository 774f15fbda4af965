import { afterEach, expect, test, vi } from 'vitest';
import { defaultProvider, NoRoleCredentials } from '../../infra/aws/constructs/role-credentials.ts';

afterEach(() => vi.unstubAllEnvs());

test('a function signs with what Lambda puts into its environment', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'key');
  vi.stubEnv('AWS_SESSION_TOKEN', 'session');
  expect(await defaultProvider()()).toEqual({ accessKeyId: 'id', secretAccessKey: 'key', sessionToken: 'session' });
});

test('outside of Lambda it says so and looks nowhere else', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
  await expect(defaultProvider()()).rejects.toThrow(NoRoleCredentials);
});
