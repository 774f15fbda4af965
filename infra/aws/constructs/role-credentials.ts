/** The error of a function that runs outside of Lambda, or without a role. */
export class NoRoleCredentials extends Error {
  override readonly name = 'NoRoleCredentials';

  constructor() {
    super('The credentials of a role are expected in the environment, where Lambda puts them.');
  }
}

/**
 * Stands in for the SDK's search for credentials in bundles: profiles, single sign-on, metadata of machines and the
 * clients that they need are 100 KiB of every function, and Lambda puts the credentials of its role into the environment.
 */
export const defaultProvider = () => async () => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) throw new NoRoleCredentials();
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
  };
};
