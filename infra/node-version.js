// Loaded before anything else (node --import), and plain JavaScript, because an older Node cannot even read the rest.
const NEEDED = 24;

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  console.error(
    `Wayfare needs Node ${NEEDED}; this is ${process.version}. On Linux (x64) "npm ci" brings the right one along: start with ` +
      `"npm start" after it. Elsewhere install Node ${NEEDED} from https://nodejs.org and try again.`,
  );
  process.exit(1);
}
