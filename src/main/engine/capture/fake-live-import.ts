/** The thread of one import of the made-up game that is recorded live. */
import { runImportJob } from '../import/import-job.ts';
import { fakeLiveAdapter } from './fake-live.ts';

await runImportJob([fakeLiveAdapter]);
