/** The thread of one import. */
import { ADAPTERS } from '../games/registry.ts';
import { runImportJob } from './import-job.ts';

await runImportJob(ADAPTERS);
