#!/usr/bin/env node
import { App } from 'aws-cdk-lib';
import { readParameters } from './parameters.ts';
import { projectRoot, WayfareStack } from './stack.ts';

const app = new App({ analyticsReporting: false });
const parameters = readParameters(app.node.getAllContext());
new WayfareStack(app, 'Wayfare', { parameters, root: projectRoot });
