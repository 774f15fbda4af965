import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface SynthOptions {
  /** Project folder. */
  readonly root: string;
  /** The CDK app, by default infra/aws/app.ts. */
  readonly app?: string;
  /** Files and folders, relative to the project, whose content decides the result. */
  readonly inputs?: readonly string[];
}

/** The CDK app could not be synthesised; the message carries what it said. */
export class SynthFailed extends Error {
  override readonly name = 'SynthFailed';
}

const INPUTS = ['infra/aws', 'workflows', 'package-lock.json', 'cdk.json'];

/**
 * Synthesises the CDK app without bundling the functions (2 s), or takes the assembly of last time when nothing that
 * decides it has changed (a few ms). Gives the folder of the assembly.
 * @throws SynthFailed
 */
export async function synthesise(options: SynthOptions): Promise<string> {
  const { root } = options;
  const app = options.app ?? join(root, 'infra', 'aws', 'app.ts');
  const inputs = [...INPUTS, ...(options.inputs ?? []), relative(root, app)];
  const cache = join(root, '.wayfare', 'synth');
  const assembly = join(cache, fingerprint(root, inputs));
  if (existsSync(join(assembly, 'manifest.json'))) return assembly;

  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(join(cache, 'new-'));
  try {
    await run(process.execPath, [app], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, CDK_OUTDIR: fresh, CDK_CONTEXT_JSON: JSON.stringify(contextOf(root)) },
    });
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new SynthFailed(`The installation could not be synthesised from ${relative(root, app)}:\n${said}`);
  }
  await rename(fresh, assembly).catch(async (error: NodeJS.ErrnoException) => {
    // Another process was faster; its result is the same.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(fresh, { recursive: true, force: true });
  });
  return assembly;
}

function contextOf(root: string): Record<string, unknown> {
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as { context: Record<string, unknown> };
  return { ...context, 'aws:cdk:bundling-stacks': [] };
}

/** A hash over names and contents. @returns 32 hex digits */
function fingerprint(root: string, inputs: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const input of inputs) {
    for (const file of filesOf(join(root, input))) {
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex').slice(0, 32);
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  const inside = readdirSync(dirname(path), { withFileTypes: true }).find((e) => join(dirname(path), e.name) === path);
  if (!inside?.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
