import { writeFileSync } from 'node:fs';
import { designSystemModule } from './module.ts';

/** `npm run styles`: writes functions/pages/style/design-system.ts anew from the package that package.json names. */
writeFileSync(new URL('../../functions/pages/style/design-system.ts', import.meta.url), designSystemModule());
