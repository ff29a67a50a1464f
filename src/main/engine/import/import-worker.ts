/** The thread of one import. */
import { beGentle } from './gentle.ts';

beGentle();
const [{ ADAPTERS }, { runImportJob }] = await Promise.all([import('../games/registry.ts'), import('./import-job.ts')]);
await runImportJob(ADAPTERS);
